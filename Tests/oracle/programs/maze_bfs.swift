let maze = ["S.#.....", ".##.###.", "....#...", ".####.#.", "......#E"].map(Array.init)
struct P: Hashable { var r: Int, c: Int; static func + (a: P, b: P) -> P { P(r: a.r + b.r, c: a.c + b.c) } }
func find(_ ch: Character) -> P { for (r, row) in maze.enumerated() { if let c = row.firstIndex(of: ch) { return P(r: r, c: c) } }; fatalError("no \(ch)") }
let start = find("S"), end = find("E")
var from: [P: P] = [start: start], queue = [start], head = 0
while head < queue.count {
  let p = queue[head]
  head += 1
  if p == end { break }
  for d in [P(r: 0, c: 1), P(r: 1, c: 0), P(r: 0, c: -1), P(r: -1, c: 0)] {
    let q = p + d
    guard maze.indices.contains(q.r), maze[q.r].indices.contains(q.c), maze[q.r][q.c] != "#", from[q] == nil else { continue }
    from[q] = p
    queue.append(q)
  }
}
var path = [end]
while path.last! != start { path.append(from[path.last!]!) }
var drawn = maze
for p in path where drawn[p.r][p.c] == "." { drawn[p.r][p.c] = "*" }
print(path.count - 1)
drawn.forEach { print(String($0)) }
