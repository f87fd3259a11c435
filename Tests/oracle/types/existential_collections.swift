protocol Animal { var name: String { get }; func sound() -> String }
struct Cat: Animal { let name = "cat"; func sound() -> String { "meo" } }
struct Dog: Animal { let name = "dog"; let age: Int; func sound() -> String { "gâu" } }
var zoo: [String: any Animal] = ["c": Cat()]
zoo["d"] = Dog(age: 3)
print(zoo.values.map { $0.sound() }.sorted(), zoo["d"]!.name, (zoo["d"] as? Dog)?.age ?? 0)
let maybe: (any Animal)? = zoo["x"]; print(maybe == nil, maybe?.name ?? "-")
func pick(_ b: Bool) -> any Animal { b ? Cat() : Dog(age: 1) }
print(pick(true), pick(false), type(of: pick(true)))
let pairs: [(any Animal, Int)] = [(Cat(), 1)]; print(pairs[0].0.name)
