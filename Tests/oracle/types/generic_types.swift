struct Pair<A, B> { var first: A; var second: B; func swapped() -> Pair<B, A> { Pair<B, A>(first: second, second: first) } }
extension Pair: Equatable where A: Equatable, B: Equatable {}
extension Pair where A == B { var array: [A] { [first, second] } }
let p = Pair(first: 1, second: "x")
print(p, p.swapped(), p == Pair(first: 1, second: "x"), Pair(first: 3, second: 4).array)
enum Tree<T: Comparable> {
  case leaf
  indirect case node(Tree, T, Tree)
  func inserting(_ x: T) -> Tree {
    switch self {
    case .leaf: return .node(.leaf, x, .leaf)
    case let .node(l, v, r):
      if x < v { return .node(l.inserting(x), v, r) }
      if x > v { return .node(l, v, r.inserting(x)) }
      return self
    }
  }
  var sorted: [T] { if case let .node(l, v, r) = self { l.sorted + [v] + r.sorted } else { [] } }
  var depth: Int { if case let .node(l, _, r) = self { 1 + max(l.depth, r.depth) } else { 0 } }
}
print([5, 2, 8, 1, 9, 3].reduce(Tree<Int>.leaf) { $0.inserting($1) }.sorted, Tree<String>.leaf.inserting("b").inserting("a").depth)
class Cache<Key: Hashable, Value> {
  private var store: [Key: Value] = [:]
  let limit: Int
  init(limit: Int) { self.limit = limit }
  subscript(key: Key) -> Value? { get { store[key] } set { if store.count < limit || store[key] != nil { store[key] = newValue } } }
  var count: Int { store.count }
}
let cache = Cache<String, [Int]>(limit: 1)
cache["a"] = [1]; cache["b"] = [2]; cache["a"]?.append(5)
print(cache.count, cache["a"] ?? [], cache["b"] as Any)
typealias Grid<T> = [[T]]
let g: Grid<Int> = [[1], [2, 3]]
print(g.map(\.count), type(of: g), Pair<Int, [String]>(first: 1, second: []).second.count)
