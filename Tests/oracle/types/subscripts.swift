struct Grid { var d = [[1, 2], [3, 4]]
  subscript(r: Int, c: Int) -> Int { get { d[r][c] } set { d[r][c] = newValue } }
  subscript(row r: Int) -> [Int] { d[r] }
  static subscript(n: Int) -> String { "static \(n)" }
  subscript<T>(f: (Int) -> T) -> [T] { d.flatMap { $0.map(f) } } }
var g = Grid()
g[0, 1] = 20; g[1, 0] += 5
print(g[0, 1], g[row: 1], Grid[7], g[{ "\($0)" }])
extension Array { subscript(safe i: Int) -> Element? { indices.contains(i) ? self[i] : nil } }
print([1, 2][safe: 5] as Any, [1, 2][safe: 1]!)
extension String { subscript(i: Int) -> Character { self[index(startIndex, offsetBy: i)] } }
print("hello"[1])
