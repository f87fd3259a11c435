class Animal { let name: String; private(set) var legs = 4
  init(name: String) { self.name = name }
  func speak() -> String { "..." }
  var desc: String { "\(name) says \(speak())" }
  class func kind() -> String { "animal" }
  static var made = 0 }
class Dog: Animal { var tricks: [String] = []
  init(name: String, tricks: [String]) { self.tricks = tricks; super.init(name: name); Animal.made += 1 }
  convenience init() { self.init(name: "Rex", tricks: []) }
  override func speak() -> String { "Woof" + super.speak() }
  override class func kind() -> String { "dog" }
  override var desc: String { super.desc + "!" } }
final class Puppy: Dog { override func speak() -> String { "yip" } }
let a: Animal = Dog(name: "Bo", tricks: ["sit"])
print(a.desc, a.legs, Animal.kind(), Dog.kind(), type(of: a).kind(), Animal.made)
if let d = a as? Dog { d.tricks.append("roll"); print(d.tricks) }
print(a is Dog, a is Puppy, (a as? Puppy) == nil, Puppy().desc)
let zoo: [Animal] = [Animal(name: "X"), Dog(), Puppy(name: "P", tricks: [])]
print(zoo.map { $0.speak() })
let b = a
print(a === b, a !== zoo[0])
class Node { var value: Int; var next: Node?; init(_ v: Int, _ n: Node? = nil) { value = v; next = n } }
let list = Node(1, Node(2, Node(3)))
var cur: Node? = list, total = 0
while let n = cur { total += n.value; cur = n.next }
print(total, list.next?.next?.value ?? 0, list.next?.next?.next?.value ?? -1)
list.next?.value = 20
print(list.next!.value)
class Counter { static let shared = Counter(); var n = 0; func inc() -> Self { n += 1; return self } }
print(Counter.shared.inc().inc().n, Counter.shared.n)
class Base { required init() {}; func make() -> Base { type(of: self).init() } }
class Derived: Base {}
print(type(of: Derived().make()), type(of: a))
