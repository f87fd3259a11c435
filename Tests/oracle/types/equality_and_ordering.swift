struct Version: Comparable, Hashable, CustomStringConvertible, LosslessStringConvertible {
  let parts: [Int]
  init(_ parts: Int...) { self.parts = parts }
  init?(_ text: String) {
    let numbers = text.split(separator: ".").map { Int($0) }
    guard !numbers.isEmpty, !numbers.contains(nil) else { return nil }
    parts = numbers.map { $0! }
  }
  static func < (a: Version, b: Version) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
  var description: String { parts.map(String.init).joined(separator: ".") }
}
let versions = ["1.10", "1.9.2", "1.9", "2.0", "x.1", ""].map { Version($0) }
print(versions.compactMap { $0 }.sorted(), versions.filter { $0 == nil }.count, Version(1, 2) < Version(1, 2, 0), Version("3.1")! == Version(3, 1), String(Version(4, 5)))
print((1, "b") < (1, "c"), (2, 0.5, "x") >= (2, 0.5, "x"), (1, 2) == (1, 2), ("a", 1) != ("a", 2), [(2, "b"), (1, "z"), (2, "a")].sorted { $0 < $1 }.map(\.1))
enum Size: Int, Comparable, CaseIterable { case small = 1, medium, large
  static func < (a: Size, b: Size) -> Bool { a.rawValue < b.rawValue } }
enum Auto: Comparable { case low, mid(Int), high }
print(Size.allCases.max()!, Size.small..<Size.large, (Size.small...Size.medium).contains(.large), [Auto.high, .mid(2), .low, .mid(1)].sorted(), Auto.mid(5) < .high)
struct Caseless: Hashable {
  let text: String
  static func == (a: Caseless, b: Caseless) -> Bool { a.text.lowercased() == b.text.lowercased() }
  func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }
}
print(Set(["A", "a", "B"].map(Caseless.init)).count, [Caseless(text: "X"): 1][Caseless(text: "x")] ?? 0)
final class Ref: Equatable { let id: Int; init(_ id: Int) { self.id = id }; static func == (a: Ref, b: Ref) -> Bool { a.id == b.id } }
let a = Ref(1), b = Ref(1)
print(a == b, a === b, a !== b, [a] == [b], [a].contains(b), [a].firstIndex { $0 === b } as Any, Optional(a) == b, a != Ref(2))
print([1, 2] == [1, 2], [1: "a"] == [1: "a"], [[1], [2]] != [[1], []], Optional(3) == 3, nil == Optional<Int>.none, ["a": [1]] == ["a": [1]], Set([1, 2]) == [2, 1])
print([1, 2, 3].lexicographicallyPrecedes([1, 2, 4]), "abc" < "abd", "Z" < "a", [3, 1] < [3, 2], max("apple", "pear"), min([2, 9], [2, 3]))
func < <T: Comparable>(a: [T], b: [T]) -> Bool { a.lexicographicallyPrecedes(b) }
func min<T: Comparable>(_ a: [T], _ b: [T]) -> [T] { a < b ? a : b }
struct Person { let name: String, age: Int }
let people = [Person(name: "Zoe", age: 30), Person(name: "Ann", age: 25), Person(name: "Bob", age: 30)]
print(people.sorted { ($1.age, $0.name) < ($0.age, $1.name) }.map(\.name), people.max { $0.age < $1.age }!.name, people.min { $0.name < $1.name }!.age)
print(people.sorted { $0.age == $1.age ? $0.name > $1.name : $0.age < $1.age }.map(\.name), people.map(\.age).sorted(by: >), people.allSatisfy { $0.age >= 25 })
var hasher1 = Hasher(), hasher2 = Hasher()
hasher1.combine(1); hasher1.combine("a")
hasher2.combine(1); hasher2.combine("a")
print(hasher1.finalize() == hasher2.finalize(), "a".hashValue == "a".hashValue, AnyHashable(1) == AnyHashable(1), AnyHashable("x") == AnyHashable(1))
let mixed = [AnyHashable(1): "int", AnyHashable("one"): "string", AnyHashable(2.5): "double"]
print(mixed[AnyHashable(1)]!, mixed[AnyHashable("one")]!, mixed[AnyHashable(2.5)]!, mixed[AnyHashable(3)] as Any, mixed.count)
