class Shape {
  var name: String { "shape" }
  required init() {}
  class func make() -> Self { self.init() }
  func clone() -> Self { type(of: self).init() }
  func named(_ f: (Self) -> Void) -> Self { f(self); return self }
  static var shared: Self { self.init() }
  func me() -> Self { return self }
  func maybe(_ b: Bool) -> Self? { b ? self : nil }
}
class Circle: Shape {
  var r = 1
  override var name: String { "circle" }
  func grow() -> Self { r += 1; return self }
}
let c = Circle.make()
print(c.name, c.r, c.clone().grow().me().r, c.maybe(true)?.r as Any, Shape.make().name, Circle.shared.r)
let s: Shape = Circle.make()
print(s.clone().name, type(of: s.me()))
protocol Builder: AnyObject { init(); func set(_ k: String) -> Self }
extension Builder { static func build() -> Self { Self().set("base") } }
final class Req: Builder { var ks: [String] = []; init() {}; func set(_ k: String) -> Self { ks.append(k); return self } }
print(Req.build().set("x").ks)
protocol Copyable2 { func copy() -> Self }
class Node: Copyable2 { var v: Int; required init(_ v: Int) { self.v = v }; func copy() -> Self { Self(v) }; class func array(_ n: Int) -> [Node] { (0..<n).map { Self($0) } } }
class Sub: Node { override func copy() -> Self { let c = super.copy(); c.v += 100; return c } }
print(Sub(1).copy().v, type(of: Sub(1).copy()), (Sub(2) as Node).copy().v)
print(Sub.array(2).map { type(of: $0) })
