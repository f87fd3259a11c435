class Base {
  let a: Int
  var b = "default"
  required init(a: Int) { self.a = a }
  convenience init() { self.init(a: 1) }
  class func make() -> Self { self.init(a: 7) }
}
class Derived: Base {
  var c: Double
  required init(a: Int) { c = Double(a) / 2; super.init(a: a) }
  init?(text: String) { guard let n = Int(text) else { return nil }; c = 0; super.init(a: n); b = text }
}
print(Base().a, Derived(a: 3).c, Derived(text: "x") == nil, Derived(text: "12")!.b, Derived.make().c, Base.make().a)
struct Even { let n: Int; init?(_ n: Int) { guard n % 2 == 0 else { return nil }; self.n = n } }
print(Even(3) as Any, Even(4)!.n, [1, 2, 3, 4].compactMap(Even.init).map(\.n))
struct Rect {
  var w = 0.0, h = 0.0
  init() {}
  init(w: Double, h: Double) { self.w = w; self.h = h }
  init(square s: Double) { self.init(w: s, h: s) }
  init(_ pair: (Double, Double)) { (w, h) = pair }
}
print(Rect(), Rect(square: 2), Rect((1, 2)).h, Rect(w: 1, h: 5).w)
extension Rect { init(area: Double) { self.init(w: area, h: 1) } }
print(Rect(area: 9).w)
enum Light { case on, off; init(_ flag: Bool) { self = flag ? .on : .off } }
print(Light(true), Light(false))
let makers: [(Int) -> String] = [String.init, { "\($0)!" }]
print(makers.map { $0(5) }, ["1", "b"].map(Int.init))
struct Throwing { let v: Int; init(_ v: Int) throws { if v < 0 { throw Bad() }; self.v = v } }
struct Bad: Error {}
print((try? Throwing(-1)) as Any, try Throwing(3).v)
