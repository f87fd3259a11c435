protocol Named { var name: String { get } }
protocol Greeter: Named { func greet() -> String; func shout() -> String }
extension Greeter {
  func greet() -> String { "Hello, \(name)" }
  func shout() -> String { greet().uppercased() + "!" }
  func extra() -> String { "default extra" }
}
struct Person: Greeter { let name: String; func extra() -> String { "own extra" } }
struct Robot: Greeter { let id: Int; var name: String { "R\(id)" }; func greet() -> String { "BEEP \(name)" } }
let all: [any Greeter] = [Person(name: "Ann"), Robot(id: 7)]
for g in all { print(g.greet(), g.shout(), g.extra()) }
print(Person(name: "x").extra())
func twice(_ g: some Greeter) -> String { g.greet() + " " + g.greet() }
print(twice(Robot(id: 1)))
protocol Countable { static var all: [Self] { get }; static func make(_ n: Int) -> Self }
extension Int: Countable { static var all: [Int] { [1, 2] }; static func make(_ n: Int) -> Int { n * 2 } }
func total<T: Countable>(_ t: T.Type) -> Int { t.all.count }
print(total(Int.self), Int.make(4))
