struct Temperature {
  var celsius: Double
  var fahrenheit: Double { get { celsius * 9 / 5 + 32 } set { celsius = (newValue - 32) * 5 / 9 } }
  static let boiling = Temperature(celsius: 100)
  init(celsius: Double) { self.celsius = celsius }
  init(fahrenheit: Double) { celsius = 0; self.fahrenheit = fahrenheit }
  mutating func warm(by d: Double = 1) { celsius += d }
  func warmed(by d: Double) -> Temperature { var t = self; t.warm(by: d); return t }
}
var t = Temperature(fahrenheit: 212)
print(t.celsius, t.fahrenheit, Temperature.boiling.celsius)
t.fahrenheit = 32
t.warm()
print(t.celsius, t.warmed(by: 10).celsius, t)
let copy = t
t.celsius = -5
print(copy.celsius, t.celsius)
struct Empty {}
print(Empty(), MemoryLayout<Int>.size)
struct Defaults { var a = 1; let b: String; var c: Double? }
print(Defaults(b: "x"), Defaults(a: 2, b: "y", c: 3))
struct Outer { struct Inner { let v: Int }; let inner: Inner }
print(Outer(inner: .init(v: 3)).inner.v, Outer.Inner(v: 4))
