typealias Graph = [String: [(to: String, w: Int)]]
let g: Graph = ["a": [("b", 7), ("c", 3)], "b": [("d", 2)], "c": [("b", 1), ("d", 8)], "d": []]
func shortest(_ g: Graph, from s: String) -> (dist: [String: Int], prev: [String: String]) {
  var dist = [s: 0], prev: [String: String] = [:], todo = Set(g.keys)
  while let u = todo.filter({ dist[$0] != nil }).min(by: { (dist[$0]!, $0) < (dist[$1]!, $1) }) {
    todo.remove(u)
    for (v, w) in g[u]! { let d = dist[u]! + w; if d < dist[v, default: .max] { dist[v] = d; prev[v] = u } }
  }
  return (dist, prev)
}
let (dist, prev) = shortest(g, from: "a")
for k in dist.keys.sorted() { print(k, dist[k]!) }
var path = ["d"]; while let p = prev[path.first!] { path.insert(p, at: 0) }; print(path.joined(separator: ">"))
