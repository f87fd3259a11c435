protocol Shape { var area: Double { get }; func scaled(by k: Double) -> Self; static var name: String { get } }
extension Shape { func describe() -> String { "\(Self.name) of area \(area)" }; var double: Self { scaled(by: 2) } }
struct Sq: Shape { var s: Double; var area: Double { s * s }; func scaled(by k: Double) -> Sq { Sq(s: s * k) }; static let name = "square" }
struct Ci: Shape { var r: Double; var area: Double { 3 * r * r }; func scaled(by k: Double) -> Ci { Ci(r: r * k) }; static var name: String { "circle" }; func describe() -> String { "round" } }
let shapes: [any Shape] = [Sq(s: 2), Ci(r: 1)]
for s in shapes { print(s.area, s.describe(), s.double.area) }
func total(_ xs: [any Shape]) -> Double { xs.reduce(0) { $0 + $1.area } }
func show<T: Shape>(_ x: T) -> String { x.describe() + " " + T.name }
print(total(shapes), show(Sq(s: 1)), show(Ci(r: 2)), Ci(r: 2).describe())
func opaque() -> some Shape { Sq(s: 3) }
print(opaque().area, opaque().double.area)
protocol Container { associatedtype Item; var items: [Item] { get set }; mutating func add(_ x: Item) }
extension Container { mutating func add(_ x: Item) { items.append(x) }; var count: Int { items.count } }
extension Container where Item: Comparable { func top() -> Item? { items.max() } }
struct Box: Container { var items: [Int] = [] }
var b = Box(); b.add(3); b.add(7)
print(b.count, b.top()!)
protocol Named { var name: String { get } }
protocol Aged { var age: Int { get } }
struct Person: Named, Aged { let name: String; let age: Int }
func hello(_ p: any Named & Aged) -> String { "\(p.name) \(p.age)" }
print(hello(Person(name: "An", age: 9)))
extension Int: Named { var name: String { "int \(self)" } }
print(5.name, (7 as any Named).name)
extension Array: Named where Element: Named { var name: String { map(\.name).joined(separator: ",") } }
print([1, 2].name)
protocol Greeter: AnyObject { func hi() -> String }
class G: Greeter { func hi() -> String { "hi" } }
let g: any Greeter = G(); print(g.hi())
let anyShape: any Shape = Sq(s: 5)
if let sq = anyShape as? Sq { print(sq.s) }
print(anyShape is Ci, type(of: anyShape))
func open(_ s: any Shape) -> String { show(s) }
print(open(anyShape))
