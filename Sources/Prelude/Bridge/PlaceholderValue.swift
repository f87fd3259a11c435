internal import Language
internal import Nabla

/// A value that a failed closure can return so that the host function which called it comes to its end.
protocol PlaceholderValue: HostValue {
  static var placeholder: Self { get }
}

extension Int: PlaceholderValue { static var placeholder: Int { 0 } }
extension Double: PlaceholderValue { static var placeholder: Double { .nan } }
extension Bool: PlaceholderValue { static var placeholder: Bool { false } }
extension String: PlaceholderValue { static var placeholder: String { "" } }
extension Array: PlaceholderValue where Element: HostValue { static var placeholder: [Element] { [] } }
extension Tensor: PlaceholderValue {}
