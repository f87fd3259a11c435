protocol Container {
  associatedtype Item
  var items: [Item] { get set }
  mutating func add(_ item: Item)
  subscript(i: Int) -> Item { get }
}
extension Container {
  mutating func add(_ item: Item) { items.append(item) }
  subscript(i: Int) -> Item { items[i] }
  var count: Int { items.count }
}
extension Container where Item: Comparable { var biggest: Item? { items.max() } }
extension Container where Item == String { var joined: String { items.joined(separator: "|") } }
struct Bag<T>: Container { var items: [T] = [] }
var ints = Bag<Int>(), words = Bag<String>()
ints.add(3); ints.add(9); words.add("a"); words.add("b")
print(ints.count, ints[1], ints.biggest as Any, words.joined, words.biggest!)
func merge<A: Container, B: Container>(_ a: A, _ b: B) -> [A.Item] where A.Item == B.Item { a.items + b.items }
print(merge(ints, Bag(items: [1])))
func firstItem(of c: any Container) -> Any { c.items[0] }
print(firstItem(of: words))
protocol Shape2 { associatedtype Unit = Double; func area() -> Unit }
struct Sq: Shape2 { func area() -> Double { 4 } }
print(Sq().area(), Sq.Unit.self)
