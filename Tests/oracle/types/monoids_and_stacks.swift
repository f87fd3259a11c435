// protocol-oriented: default implementations, protocol composition, Self requirements, associated types with constraints, opaque types
protocol Named { var name: String { get } }
protocol Aged { var age: Int { get set } }
typealias Being = Named & Aged
extension Named { var greeting: String { "Hi, \(name)" } }
extension Named where Self: Aged { var card: String { "\(name) (\(age))" } }
struct Cat: Being { let name: String; var age: Int }
func birthday<B: Being>(_ b: B) -> B { var b = b; b.age += 1; return b }
func show(_ b: any Being) -> String { b.name + " " + String(b.age) }
let c = birthday(Cat(name: "Tom", age: 3))
print(c.card, c.greeting, show(c))
protocol Monoid { static var empty: Self { get }; static func <> (a: Self, b: Self) -> Self }
infix operator <>: AdditionPrecedence
extension String: Monoid { static var empty: String { "" }; static func <> (a: String, b: String) -> String { a + b } }
extension Array: Monoid { static var empty: [Element] { [] }; static func <> (a: Self, b: Self) -> Self { a + b } }
extension Int: Monoid { static var empty: Int { 0 }; static func <> (a: Int, b: Int) -> Int { a + b } }
extension Optional: Monoid where Wrapped: Monoid { static var empty: Wrapped? { nil }
  static func <> (a: Wrapped?, b: Wrapped?) -> Wrapped? { switch (a, b) { case let (x?, y?): x <> y; case (let x?, nil), (nil, let x?): x; default: nil } } }
func fold<M: Monoid>(_ xs: [M]) -> M { xs.reduce(.empty, <>) }
print(fold(["a", "b"]), fold([[1], [2, 3]]), fold([1, 2, 3]), fold([1, nil, 4] as [Int?]) as Any)
protocol Stack { associatedtype Item; mutating func push(_ x: Item); mutating func pop() -> Item?; var top: Item? { get } }
extension Stack { mutating func replaceTop(_ f: (Item) -> Item) { if let x = pop() { push(f(x)) } } }
struct ArrayStack<T>: Stack { private(set) var items: [T] = []; mutating func push(_ x: T) { items.append(x) }
  mutating func pop() -> T? { items.popLast() }; var top: T? { items.last } }
func drain<S: Stack>(_ s: S) -> [S.Item] { var s = s, r: [S.Item] = []; while let x = s.pop() { r.append(x) }; return r }
var st = ArrayStack<Int>()
[1, 2, 3].forEach { st.push($0) }
st.replaceTop { $0 * 10 }
print(drain(st), st.top!)
func evens(upTo n: Int) -> some Collection<Int> { (0...n).lazy.filter { $0 % 2 == 0 } }
print(Array(evens(upTo: 7)), evens(upTo: 9).count)
func makeStack() -> some Stack { ArrayStack<String>() }
print(type(of: makeStack()))
class Base { class var kind: String { "base" }; func who() -> String { "\(Self.kind)/\(type(of: self))" }; required init() {}
  static func create() -> Self { self.init() } }
class Sub: Base { override class var kind: String { "sub" } }
print(Sub.create().who(), Base.create().who(), [Base(), Sub()].map { $0.who() })
