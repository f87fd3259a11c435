@dynamicMemberLookup
struct Attributes {
  private var storage: [String: Int] = [:]
  subscript(dynamicMember name: String) -> Int {
    get { storage[name, default: 0] }
    set { storage[name] = newValue }
  }
}
var a = Attributes()
a.width = 3
a.height += 4
print(a.width, a.height, a.depth)
struct Point { var x = 1.0, y = 2.0; var length: Double { (x * x + y * y).squareRoot() } }
@dynamicMemberLookup
struct Named<Value> {
  let name: String
  var value: Value
  subscript<T>(dynamicMember path: WritableKeyPath<Value, T>) -> T {
    get { value[keyPath: path] }
    set { value[keyPath: path] = newValue }
  }
  subscript<T>(dynamicMember path: KeyPath<Value, T>) -> T { value[keyPath: path] }
}
var p = Named(name: "p", value: Point())
p.x = 3
p.y += 2
print(p.name, p.x, p.y, p.length, p.value)
struct Doubler { func callAsFunction(_ x: Int) -> Int { x * 2 }; func callAsFunction(_ s: String) -> String { s + s } }
let d = Doubler()
print(d(4), d("ab"), [1, 2].map { d($0) })
