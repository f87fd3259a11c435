func swapTwo<T>(_ a: inout T, _ b: inout T) { let t = a; a = b; b = t }
var a = "x", b = "y"
swapTwo(&a, &b)
print(a, b)
func largest<T: Comparable>(_ xs: [T]) -> T? {
  guard var best = xs.first else { return nil }
  for x in xs where x > best { best = x }
  return best
}
print(largest([3, 9, 2])!, largest(["b", "c", "a"])!, largest([Int]()) == nil)
struct Stack<Element> {
  private var items: [Element] = []
  mutating func push(_ x: Element) { items.append(x) }
  mutating func pop() -> Element? { items.popLast() }
  var count: Int { items.count }
}
extension Stack where Element: Equatable {
  func contains(_ x: Element) -> Bool { items.contains(x) }
}
var s = Stack<Int>()
s.push(1); s.push(2)
print(s.pop() ?? 0, s.count, s.contains(1))
func pair<A, B>(_ a: A, _ b: B) -> (A, B) where A: CustomStringConvertible { (a, b) }
print(pair(1, "z"))
func total<S: Sequence>(_ s: S) -> S.Element where S.Element: Numeric { s.reduce(0, +) }
print(total([1, 2, 3]), total([0.5, 0.25]), total(1...4))
struct Pair<A, B> { var first: A; var second: B
  func swapped() -> Pair<B, A> { Pair<B, A>(first: second, second: first) } }
print(Pair(first: 1, second: "a").swapped())
func identity<T>(_ x: T) -> T { x }
print(identity(5), identity("five"), identity([1]))
func zeros<T: ExpressibleByIntegerLiteral>(_ n: Int) -> [T] { Array(repeating: 0, count: n) }
let d: [Double] = zeros(2)
print(d)
func count<T: Hashable>(_ xs: [T]) -> Int { Set(xs).count }
print(count([1, 1, 2]))
