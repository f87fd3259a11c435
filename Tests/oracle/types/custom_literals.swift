struct Temperature: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, Comparable {
  var celsius: Double
  init(floatLiteral value: Double) { celsius = value }
  init(integerLiteral value: Int) { celsius = Double(value) }
  static func < (a: Temperature, b: Temperature) -> Bool { a.celsius < b.celsius }
}
let t: Temperature = 21.5, u: Temperature = 20
print(t > u, max(t, 30).celsius, [t, u, 5].min()!.celsius)
struct Path: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, CustomStringConvertible {
  var parts: [String]
  init(stringLiteral value: String) { parts = value.split(separator: "/").map(String.init) }
  init(arrayLiteral elements: String...) { parts = elements }
  static func / (a: Path, b: Path) -> Path {
    var result = a
    result.parts += b.parts
    return result
  }
  var description: String { "/" + parts.joined(separator: "/") }
}
let home: Path = "/users/ann"
print(home, home / "docs/a.txt", home / ["x", "y"], ("a/b" as Path).parts)
struct Flags: ExpressibleByDictionaryLiteral {
  private(set) var on: Set<String> = []
  init(dictionaryLiteral elements: (String, Bool)...) { for (name, value) in elements where value { on.insert(name) } }
}
print((["a": true, "b": false, "c": true] as Flags).on.sorted())
enum Maybe<T>: ExpressibleByNilLiteral { case nothing, just(T); init(nilLiteral: ()) { self = .nothing } }
let m: Maybe<Int> = nil
print(m)
struct Vector: ExpressibleByArrayLiteral, Equatable { var x: [Double]; init(arrayLiteral elements: Double...) { x = elements } }
func dot(_ a: Vector, _ b: Vector) -> Double { zip(a.x, b.x).map(*).reduce(0, +) }
print(dot([1, 2, 3], [4, 5, 6]), ([1, 2] as Vector) == [1, 2])
struct Regexish: ExpressibleByUnicodeScalarLiteral, ExpressibleByStringLiteral { let p: String; init(stringLiteral value: String) { p = value } }
let r: Regexish = "a+"
print(r.p, "é".unicodeScalars.count, Float(0.1), Float(1) / 3, Double(7), UInt8(200))
