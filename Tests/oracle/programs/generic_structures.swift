final class LRU<Key: Hashable, Value> {
  private final class Node { let key: Key; var value: Value; weak var prev: Node?; var next: Node?; init(_ k: Key, _ v: Value) { key = k; value = v } }
  private var map: [Key: Node] = [:], head: Node?, tail: Node?
  let capacity: Int
  private(set) var hits = 0, misses = 0
  init(capacity: Int) { precondition(capacity > 0); self.capacity = capacity }
  subscript(key: Key) -> Value? {
    get { guard let n = map[key] else { misses += 1; return nil }; hits += 1; moveToFront(n); return n.value }
    set {
      guard let v = newValue else { if let n = map.removeValue(forKey: key) { unlink(n) }; return }
      if let n = map[key] { n.value = v; moveToFront(n); return }
      let n = Node(key, v); map[key] = n; link(n)
      if map.count > capacity, let t = tail { unlink(t); map[t.key] = nil }
    }
  }
  private func link(_ n: Node) { n.next = head; head?.prev = n; head = n; if tail == nil { tail = n } }
  private func unlink(_ n: Node) { n.prev?.next = n.next; n.next?.prev = n.prev; if head === n { head = n.next }; if tail === n { tail = n.prev }; n.prev = nil; n.next = nil }
  private func moveToFront(_ n: Node) { guard n !== head else { return }; unlink(n); link(n) }
  var keys: [Key] { Array(sequence(first: head) { $0?.next }.prefix { $0 != nil }.map { $0!.key }) }
}
let c = LRU<String, Int>(capacity: 2)
c["a"] = 1; c["b"] = 2; _ = c["a"]; c["c"] = 3
print(c.keys, c["b"] as Any, c["a"]!, c.hits, c.misses); c["a"]? += 10; print(c["a"]!, c.keys); c["a"] = nil; print(c.keys)
class Tree<T: Comparable> {
  var value: T, left: Tree?, right: Tree?
  weak var parent: Tree?
  init(_ v: T) { value = v }
  func insert(_ v: T) { if v < value { if let l = left { l.insert(v) } else { left = Tree(v); left!.parent = self } } else { if right == nil { right = Tree(v); right?.parent = self } else { right?.insert(v) } } }
  func inorder(_ visit: (T) throws -> Void) rethrows { try left?.inorder(visit); try visit(value); try right?.inorder(visit) }
  var depth: Int { 1 + max(left?.depth ?? 0, right?.depth ?? 0) }
  func find(_ v: T) -> Tree? { v == value ? self : v < value ? left?.find(v) : right?.find(v) }
}
let t = Tree(5); [2, 8, 1, 9, 3].forEach(t.insert); var out: [Int] = []; t.inorder { out.append($0) }
print(out, t.depth, t.find(9)?.parent?.value ?? -1, t.find(42) === nil)
struct Graph<V: Hashable> {
  private(set) var adj: [V: [(to: V, w: Double)]] = [:]
  mutating func edge(_ a: V, _ b: V, _ w: Double = 1, directed: Bool = false) { adj[a, default: []].append((b, w)); adj[b, default: []] += []; if !directed { adj[b]!.append((to: a, w: w)) } }
  func bfs(from s: V) -> [V] { var seen: Set = [s], q = [s], i = 0; while i < q.count { for (n, _) in adj[q[i]] ?? [] where seen.insert(n).inserted { q.append(n) }; i += 1 }; return q }
  func dijkstra(_ s: V) -> [V: Double] { var dist = [s: 0.0], done: Set<V> = []; while let (u, d) = dist.filter({ !done.contains($0.key) }).min(by: { $0.value < $1.value }) { done.insert(u); for e in adj[u]! where d + e.w < dist[e.to, default: .infinity] { dist[e.to] = d + e.w } }; return dist }
  func dfs(_ s: V, _ seen: inout Set<V>, visit: (V) -> Void) { guard seen.insert(s).inserted else { return }; visit(s); adj[s]?.forEach { dfs($0.to, &seen, visit: visit) } }
}
var g = Graph<String>(); g.edge("a", "b", 4); g.edge("a", "c"); g.edge("c", "b", 2); g.edge("b", "d", 5)
print(g.bfs(from: "a"), g.dijkstra("a").sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
var seen = Set<String>(), order = ""; g.dfs("d", &seen) { order += $0 }; print(order)
struct UnionFind { private var p: [Int]; private(set) var sets: Int; init(_ n: Int) { p = Array(0..<n); sets = n }; mutating func find(_ x: Int) -> Int { if p[x] != x { p[x] = find(p[x]) }; return p[x] }; @discardableResult mutating func union(_ a: Int, _ b: Int) -> Bool { let (x, y) = (find(a), find(b)); guard x != y else { return false }; p[x] = y; sets -= 1; return true } }
var uf = UnionFind(6); uf.union(0, 1); uf.union(2, 3); uf.union(1, 3); print(uf.sets, uf.find(0) == uf.find(2), uf.union(0, 2))
func topo(_ deps: [String: [String]]) -> [String]? { var out: [String] = [], state: [String: Bool] = [:]; func visit(_ n: String) -> Bool { if let done = state[n] { return done }; state[n] = false; for d in deps[n, default: []] { if !visit(d) { return false } }; state[n] = true; out.append(n); return true }; for n in deps.keys.sorted() { if !visit(n) { return nil } }; return out }
print(topo(["a": ["b", "c"], "b": ["c"]]) as Any, topo(["a": ["b"], "b": ["a"]]) as Any)
func perms<T>(_ xs: [T]) -> [[T]] { guard let f = xs.first else { return [[]] }; return perms(Array(xs.dropFirst())).flatMap { p in (0...p.count).map { i in var q = p; q.insert(f, at: i); return q } } }
print(perms([1, 2, 3]).count, perms(Array("ab")).map { String($0) })
func powerSet<T>(_ xs: ArraySlice<T>) -> [[T]] { xs.isEmpty ? [[]] : { r in r + r.map { [xs.first!] + $0 } }(powerSet(xs.dropFirst())) }
print(powerSet([1, 2, 3][...]))
func quicksort<T: Comparable>(_ a: [T]) -> [T] { guard a.count > 1, let p = a.first else { return a }; let r = a.dropFirst(); return quicksort(r.filter { $0 < p }) + [p] + quicksort(r.filter { $0 >= p }) }
func mergeSort<C: RandomAccessCollection>(_ c: C) -> [C.Element] where C.Element: Comparable { guard c.count > 1 else { return Array(c) }; let m = c.index(c.startIndex, offsetBy: c.count / 2); var (l, r) = (mergeSort(c[..<m])[...], mergeSort(c[m...])[...]); var o: [C.Element] = []; while let a = l.first, let b = r.first { if a <= b { o.append(l.removeFirst()) } else { o.append(r.removeFirst()) } }; return o + l + r }
print(quicksort([3, 1, 2, 3]), mergeSort([5, 2, 9, 1].lazy.map { $0 }), mergeSort("swift".map { $0 }))
func bsearch<C: RandomAccessCollection>(_ c: C, _ x: C.Element) -> C.Index? where C.Element: Comparable { var lo = c.startIndex, hi = c.endIndex; while lo < hi { let m = c.index(lo, offsetBy: c.distance(from: lo, to: hi) / 2); if c[m] == x { return m } else if c[m] < x { lo = c.index(after: m) } else { hi = m } }; return nil }
print(bsearch([1, 3, 5, 7], 5) as Any, bsearch([1, 3, 5, 7][1...], 1) as Any)
