protocol Shape { var area: Double { get }; var name: String { get }; func scaled(by k: Double) -> Self }
extension Shape { var name: String { "\(Self.self)" }; var summary: String { "\(name): \(area)" } }
struct Square: Shape { var side: Double; var area: Double { side * side }; func scaled(by k: Double) -> Square { .init(side: side * k) } }
struct Circle: Shape, Equatable { var r: Double; var area: Double { 3 * r * r }; func scaled(by k: Double) -> Self { Self(r: r * k) }; var name: String { "O" } }
func big(_ s: some Shape) -> some Shape { s.scaled(by: 2) }
func both(_ a: any Shape, _ b: any Shape) -> [any Shape] { [a, b].sorted { $0.area < $1.area } }
print(big(Square(side: 1)).summary, big(Circle(r: 1)).area)
for s in both(Circle(r: 2), Square(side: 3)) { print(s.summary, s.scaled(by: 0.5).area, type(of: s)) }
let shapes: [any Shape] = [Square(side: 2), Circle(r: 1)]
print(shapes.map(\.area), shapes.compactMap { $0 as? Circle }.first == Circle(r: 1), shapes.filter { $0 is Square }.count)
struct AnyShape: Shape { private let _area: () -> Double; private let _scaled: (Double) -> AnyShape; let name: String
  init<S: Shape>(_ s: S) { _area = { s.area }; _scaled = { AnyShape(s.scaled(by: $0)) }; name = "any " + s.name }
  var area: Double { _area() }; func scaled(by k: Double) -> AnyShape { _scaled(k) } }
print([AnyShape(Square(side: 1)), AnyShape(Circle(r: 1))].map { $0.scaled(by: 3).summary })
protocol Container { associatedtype Item; var items: [Item] { get set }; mutating func add(_ i: Item) }
extension Container { mutating func add(_ i: Item) { items.append(i) }; subscript(i: Int) -> Item { items[i] } }
extension Container where Item: Numeric { var total: Item { items.reduce(0, +) } }
extension Container where Item == String { var joined: String { items.joined(separator: "+") } }
struct Bag<T>: Container { var items: [T] = [] }
var b = Bag<Int>(); b.add(2); b.add(5); print(b.total, b[1])
var c = Bag(items: ["x"]); c.add("y"); print(c.joined)
func sum<C: Container>(_ c: C) -> Double where C.Item: BinaryInteger { c.items.map { Double($0) }.reduce(0, +) }
print(sum(b))
func firstOf<C1: Container, C2: Container>(_ a: C1, _ b: C2) -> Bool where C1.Item == C2.Item, C1.Item: Equatable { a.items.first == b.items.first }
print(firstOf(b, Bag(items: [2])))
protocol Animal { func speak() -> String; static var legs: Int { get }; init(name: String) }
struct Dog: Animal { let name: String; func speak() -> String { name + " woof" }; static let legs = 4 }
struct Bird: Animal { let name: String; func speak() -> String { name + " tweet" }; static var legs: Int { 2 } }
let kinds: [any Animal.Type] = [Dog.self, Bird.self]
print(kinds.map { $0.legs }, kinds.map { $0.init(name: "Bo").speak() })
func makeCounter() -> some IteratorProtocol<Int> { var n = 0; return AnyIterator { n += 1; return n < 4 ? n : nil } }
var it = makeCounter(); while let x = it.next() { print(x, terminator: " ") }; print()
func evens(upTo n: Int) -> some Sequence<Int> { stride(from: 0, to: n, by: 2) }
print(Array(evens(upTo: 7)), evens(upTo: 5).reduce(0, +))
let seqs: [any Collection<Int>] = [[1, 2], Set([3]), 4..<6]
print(seqs.map { $0.count }, seqs.map { Array($0) })
