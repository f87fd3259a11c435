internal import Language
internal import Nabla

/// A value that a failed closure can return so that the host function which called it comes to its end.
protocol FallbackValue: HostValue {
  static var fallback: Self { get }
}

extension Int: FallbackValue { static var fallback: Int { 0 } }
extension Double: FallbackValue { static var fallback: Double { .nan } }
extension Bool: FallbackValue { static var fallback: Bool { false } }
extension String: FallbackValue { static var fallback: String { "" } }
extension Array: FallbackValue where Element: HostValue { static var fallback: [Element] { [] } }
extension Tensor: FallbackValue {}
