protocol Monoid { static var empty: Self { get }; func combine(_ o: Self) -> Self }
extension Int: Monoid { static var empty: Int { 0 }; func combine(_ o: Int) -> Int { self + o } }
extension String: Monoid { static var empty: String { "" }; func combine(_ o: String) -> String { self + o } }
extension Array: Monoid { static var empty: [Element] { [] }; func combine(_ o: [Element]) -> [Element] { self + o } }
func fold<M: Monoid>(_ xs: [M]) -> M { xs.reduce(M.empty) { $0.combine($1) } }
print(fold([1, 2, 3]), fold(["a", "b"]), fold([[1], [2, 3]]))
struct Tree<T: Comparable> { indirect enum N { case leaf, node(N, T, N) }
  var root = N.leaf
  mutating func insert(_ x: T) { root = Tree.ins(root, x) }
  static func ins(_ n: N, _ x: T) -> N { switch n { case .leaf: .node(.leaf, x, .leaf); case let .node(l, v, r): x < v ? .node(ins(l, x), v, r) : .node(l, v, ins(r, x)) } }
  var sorted: [T] { var out: [T] = []; func walk(_ n: N) { if case let .node(l, v, r) = n { walk(l); out.append(v); walk(r) } }; walk(root); return out } }
var t = Tree<Int>(); for x in [5, 2, 8, 1] { t.insert(x) }
print(t.sorted)
class Box<T> { var v: T; init(_ v: T) { self.v = v }; func map<U>(_ f: (T) -> U) -> Box<U> { Box<U>(f(v)) } }
print(Box(3).map { "\($0)!" }.v, type(of: Box(1.5)))
protocol Stack2 { associatedtype E; mutating func push(_ e: E); var all: [E] { get } }
struct AS<E>: Stack2 { var all: [E] = []; mutating func push(_ e: E) { all.append(e) } }
func fill<S: Stack2>(_ s: inout S, _ xs: [S.E]) where S.E: Equatable { for x in xs where !s.all.contains(x) { s.push(x) } }
var st = AS<Int>(); fill(&st, [1, 1, 2]); print(st.all)
extension Sequence where Element: Numeric { func sum() -> Element { reduce(0, +) } }
print([1, 2].sum(), [0.5, 1].sum(), (1...3).sum())
extension Collection { var second: Element? { count > 1 ? self[index(after: startIndex)] : nil } }
print([1, 2].second ?? 0, "ab".second ?? "-", [Int]().second == nil)
func same<A: Sequence, B: Sequence>(_ a: A, _ b: B) -> Bool where A.Element == B.Element, A.Element: Equatable { Array(a) == Array(b) }
print(same([1, 2], 1...2), same("ab", ["a", "b"]))
struct Cache<K: Hashable, V> { private var d: [K: V] = [:]; mutating func get(_ k: K, _ make: (K) -> V) -> V { if let v = d[k] { return v }; let v = make(k); d[k] = v; return v } }
var cache = Cache<Int, String>(); print(cache.get(1) { "v\($0)" }, cache.get(1) { _ in "no" })
typealias Pt = (x: Int, y: Int); let pt: Pt = (1, 2); print(pt.x)
typealias Fn<T> = (T) -> T; let fn: Fn<Int> = { $0 + 1 }; print(fn(1))
