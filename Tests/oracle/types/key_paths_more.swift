struct Address { var city: String; var zip: [Int] }
struct Person { var name: String; var address: Address; var nick: String?; var age = 1 }
var people = [Person(name: "Ann", address: Address(city: "Hue", zip: [5, 3]), nick: "A"), Person(name: "Bob", address: Address(city: "Da Nang", zip: [1]), nick: nil)]
print(people.map(\.name), people.map(\.address.city), people.map(\.address.zip.count), people.compactMap(\.nick), people.map(\.nick?.count))
let path = \Person.address.city
people[0][keyPath: path] = "Hanoi"
print(people[0][keyPath: path], people[0].address.city)
let first = \Person.address.zip[0]
print(people[1][keyPath: first])
func sorted<T, V: Comparable>(_ xs: [T], by path: KeyPath<T, V>) -> [T] { xs.sorted { $0[keyPath: path] < $1[keyPath: path] } }
print(sorted(people, by: \.address.zip.count).map(\.name))
let paths: [WritableKeyPath<Person, String>] = [\.name, \.address.city]
for p in paths { people[1][keyPath: p] += "?" }
print(people[1].name, people[1].address.city)
let composed = (\Person.address).appending(path: \Address.zip)
print(people[0][keyPath: composed], [1, 2].map(\.self))
class C { var v = 1 }
let c = C()
let r: ReferenceWritableKeyPath<C, Int> = \.v
c[keyPath: r] = 7
print(c.v)
