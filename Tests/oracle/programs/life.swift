struct Life { var cells: Set<[Int]>
  func neighbours(_ c: [Int]) -> [[Int]] { var r: [[Int]] = []; for dx in -1...1 { for dy in -1...1 where !(dx == 0 && dy == 0) { r.append([c[0] + dx, c[1] + dy]) } }; return r }
  func step() -> Life { var n: [[Int]: Int] = [:]; for c in cells { for m in neighbours(c) { n[m, default: 0] += 1 } }; return Life(cells: Set(n.filter { $0.value == 3 || ($0.value == 2 && cells.contains($0.key)) }.keys)) }
  func show(_ s: Int) -> String { (0..<s).map { y in String((0..<s).map { x in cells.contains([x, y]) ? "#" : "." as Character }) }.joined(separator: "\n") } }
var g = Life(cells: [[1, 0], [2, 1], [0, 2], [1, 2], [2, 2]])
for i in 0..<3 { print("gen", i); print(g.show(5)); g = g.step() }
print(g.cells.count)
