// Protocol with associated types, type erasure, conditional conformance
protocol Shape: CustomStringConvertible { associatedtype Unit: Numeric & Comparable
  var area: Unit { get }
  static var name: String { get } }
extension Shape { var description: String { "\(Self.name)(\(area))" }
  func isLarger<S: Shape>(than other: S) -> Bool where S.Unit == Unit { area > other.area } }
struct Square: Shape { let side: Int
  static let name = "Square"
  var area: Int { side * side } }
struct Rect<U: Numeric & Comparable>: Shape { let w, h: U
  static var name: String { "Rect<\(U.self)>" }
  var area: U { w * h } }
extension Rect: Equatable {}
extension Rect: Hashable where U: Hashable {}
let s = Square(side: 3), r = Rect(w: 2, h: 4), f = Rect(w: 1.5, h: 2.0)
print(s, r, f, s.isLarger(than: r), Set([r, r, Rect(w: 1, h: 1)]).count)
let shapes: [any Shape] = [s, r, f]
print(shapes.map { $0.description }.joined(separator: ", "))
func total(_ xs: [some Shape]) -> Int { xs.count }
print(total([r, r]), shapes.count)
func describe(_ x: any Shape) -> String { "\(type(of: x)): \(x)" }
shapes.forEach { print(describe($0)) }
struct AnyArea<U: Numeric & Comparable> { let get: () -> U
  init<S: Shape>(_ s: S) where S.Unit == U { get = { s.area } } }
print([AnyArea(s), AnyArea(r)].map { $0.get() })
