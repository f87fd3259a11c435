protocol Unit { static var symbol: String { get }; static var toBase: Double { get } }
enum Meter: Unit { static let symbol = "m", toBase = 1.0 }
enum Kilometer: Unit { static let symbol = "km", toBase = 1000.0 }
enum Mile: Unit { static let symbol = "mi", toBase = 1609.344 }

struct Length<U: Unit>: Comparable, CustomStringConvertible {
  var value: Double
  init(_ value: Double) { self.value = value }
  func converted<V: Unit>(to unit: V.Type = V.self) -> Length<V> { Length<V>(value * U.toBase / V.toBase) }
  static func < (a: Length, b: Length) -> Bool { a.value < b.value }
  static func + <V: Unit>(a: Length, b: Length<V>) -> Length { Length(a.value + b.converted(to: U.self).value) }
  static func * (k: Double, a: Length) -> Length { Length(k * a.value) }
  static prefix func - (a: Length) -> Length { Length(-a.value) }
  static func += (a: inout Length, b: Length) { a = a + b }
  var description: String { "\((value * 1000).rounded() / 1000) \(U.symbol)" }
}

extension Double {
  var m: Length<Meter> { Length(self) }
  var km: Length<Kilometer> { Length(self) }
  var mi: Length<Mile> { Length(self) }
}
extension Int { var km: Length<Kilometer> { Double(self).km } }

let run = 5.0.km, walk = 3.1.mi
print(run, walk, walk.converted(to: Kilometer.self), run + walk, walk + run)
var total = 0.km
for leg in [1.km, 2.5.km, Length(0.25)] { total += leg }
print(total, 2 * total, -total, total > 3.km, max(run, total), [3.km, 1.km, 2.km].sorted())
let meters: Length<Meter> = run.converted()
print(meters, (100.0.m + run), type(of: meters), Length<Mile>.self)
func average<U: Unit>(_ all: [Length<U>]) -> Length<U>? {
  guard let first = all.first else { return nil }
  return (1 / Double(all.count)) * all.dropFirst().reduce(first, +)
}
print(average([1.km, 2.km, 6.km])!, average([Length<Mile>]()) as Any)
let units: [any Unit.Type] = [Meter.self, Kilometer.self, Mile.self]
print(units.map { "\($0.symbol)=\($0.toBase)" }.joined(separator: " "), units.max { $0.toBase < $1.toBase }!.symbol)
