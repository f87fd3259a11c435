struct Matrix {
  var rows: [[Int]]
  subscript(r: Int, c: Int) -> Int { get { rows[r][c] } set { rows[r][c] = newValue } }
  subscript(column c: Int) -> [Int] { rows.map { $0[c] } }
  subscript(range: Range<Int>) -> [[Int]] { Array(rows[range]) }
  static subscript(name: String) -> String { "static \(name)" }
  subscript<T>(f: ([[Int]]) -> T) -> T { f(rows) }
}
var m = Matrix(rows: [[1, 2], [3, 4], [5, 6]])
m[0, 1] = 20
m[1, 0] *= 10
print(m[0, 1], m[1, 0], m[column: 1], m[1..<3], Matrix["x"], m[{ $0.count }])
struct Defaulting { var d: [String: Int] = [:]; subscript(k: String, default v: Int = 0) -> Int { get { d[k] ?? v } set { d[k] = newValue } } }
var d = Defaulting()
d["a"] += 5
print(d["a"], d["b"], d["b", default: 9])
class Registry { private var items: [Int: String] = [:]; subscript(i: Int) -> String? { get { items[i] } set { items[i] = newValue } } }
let r = Registry()
r[1] = "one"
r[2] = "two"
r[1] = nil
print(r[1] as Any, r[2]!)
extension String { subscript(i: Int) -> Character { self[index(startIndex, offsetBy: i)] } }
print("hello"[1], "hello"[4])
