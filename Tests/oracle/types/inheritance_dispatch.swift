class Animal {
  var name: String
  init(_ name: String) { self.name = name }
  func speak() -> String { "..." }
  func introduce() -> String { "\(name) says \(speak())" }
  class func kind() -> String { "animal" }
  var legs: Int { 4 }
}
class Dog: Animal {
  override func speak() -> String { "woof" }
  override class func kind() -> String { "dog" }
}
class Puppy: Dog {
  override func speak() -> String { super.speak() + "!" }
  override var legs: Int { super.legs }
}
class Bird: Animal { override func speak() -> String { "tweet" }; override var legs: Int { 2 } }
let zoo: [Animal] = [Dog("Rex"), Puppy("Bit"), Bird("Tim"), Animal("X")]
for a in zoo { print(a.introduce(), type(of: a).kind(), a.legs, type(of: a)) }
print(zoo.filter { $0 is Dog }.count, zoo.compactMap { $0 as? Bird }.first!.name)
extension Animal { func greet(_ other: Animal) -> String { "\(name) greets \(other.name)" } }
print(zoo[0].greet(zoo[2]))
let d: Dog = Puppy("Z")
print(d.speak(), (d as Animal).speak(), d as? Puppy != nil)
