func pairUp<A, B>(_ a: [A], _ b: [B]) -> [(A, B)] { Array(zip(a, b)) }
struct Stack<Element> {
  private var items: [Element] = []
  mutating func push(_ e: Element) { items.append(e) }
  mutating func pop() -> Element? { items.popLast() }
}
var s = Stack<Int>()
s.push(1)
//---
s.push(2)
print(s.pop() ?? 0, pairUp([1, 2], ["a", "b"]))
//---
extension Stack { mutating func pushAll<S: Sequence>(_ all: S) where S.Element == Element { for e in all { push(e) } } }
s.pushAll(5...7)
print(s.pop()!, s.pop()!)
//---
enum Tree { indirect case node(Tree, Tree); case leaf(Int) }
func sum(_ t: Tree) -> Int {
  switch t {
  case .leaf(let n): return n
  case let .node(l, r): return sum(l) + sum(r)
  }
}
sum(.node(.leaf(3), .node(.leaf(4), .leaf(5))))
