protocol Named { var name: String { get } }
protocol Aged { var age: Int { get set } }
typealias Person = Named & Aged
struct Employee: Person, Equatable { var name: String; var age: Int }
class Animal: Named { let name = "animal" }
final class Dog: Animal, Aged { var age = 3 }
func greet(_ p: any Named & Aged) -> String { "\(p.name) is \(p.age)" }
func birthday<P: Person>(_ p: inout P) { p.age += 1 }
func oldest(_ people: [any Person]) -> (any Person)? { people.max { $0.age < $1.age } }
var e = Employee(name: "Eve", age: 29)
birthday(&e)
let rex = Dog()
print(greet(e), greet(rex), oldest([e, rex])!.name, oldest([]) == nil)
func describe(_ x: Any) -> String {
  switch x {
  case let p as any Person: "person \(p.name)"
  case let n as any Named: "named \(n.name)"
  case is Int, is Double: "number"
  case let (a, b) as (Int, String): "pair \(a) \(b)"
  case Optional<Any>.none: "nil"
  case let f as () -> Int: "function \(f())"
  case let xs as [Any]: "list of \(xs.count)"
  default: "\(type(of: x))"
  }
}
print(describe(e), describe(Animal()), describe(3), describe((1, "z")), describe([1, "a"]), describe({ 7 } as () -> Int), describe("s"))
func both<T: Named & Hashable>(_ xs: Set<T>) -> [String] where T: Comparable { xs.sorted().map(\.name) }
struct K: Named, Hashable, Comparable { let name: String; static func < (a: K, b: K) -> Bool { a.name < b.name } }
print(both([K(name: "b"), K(name: "a")]))
extension Named where Self: Aged { var card: String { "[\(name):\(age)]" } }
print(e.card, rex.card, (rex as any Person).name, rex is any Aged, Animal() is any Aged, (e as any Named) is Employee)
var people: [any Person] = [e, rex]
for i in people.indices { people[i].age += 10 }
print(people.map(\.age), rex.age, e.age)
