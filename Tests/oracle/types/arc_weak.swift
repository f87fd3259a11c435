class Person {
  let name: String
  weak var friend: Person?
  var home: House?
  init(_ name: String) { self.name = name; print("init", name) }
  deinit { print("deinit", name) }
}
class House {
  unowned let owner: Person
  init(owner: Person) { self.owner = owner }
  deinit { print("deinit house") }
}
var a: Person? = Person("Ann"), b: Person? = Person("Bob")
a!.friend = b
b!.friend = a
a!.home = House(owner: a!)
print(a!.friend!.name, a!.home!.owner.name)
b = nil
print(a!.friend as Any)
a = nil
class Timer { var tick: (() -> Void)?; let id: Int; init(_ id: Int) { self.id = id }; deinit { print("timer gone", id) } }
do { let t = Timer(1); t.tick = { [weak t] in print(t?.id as Any) }; t.tick?() }
do { let t = Timer(2); t.tick = { [unowned t] in print(t.id) }; t.tick!() }
print("end")
