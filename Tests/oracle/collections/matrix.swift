typealias Matrix = [[Double]]
func multiply(_ a: Matrix, _ b: Matrix) -> Matrix {
  a.map { row in b[0].indices.map { j in row.indices.reduce(0) { $0 + row[$1] * b[$1][j] } } }
}
func transpose<T>(_ m: [[T]]) -> [[T]] { m[0].indices.map { j in m.map { $0[j] } } }
let a: Matrix = [[1, 2], [3, 4], [5, 6]]
print(multiply(a, transpose(a)))
print(transpose([["a", "b"], ["c", "d"]]))
var identity = Matrix(repeating: [Double](repeating: 0, count: 3), count: 3)
for i in 0..<3 { identity[i][i] = 1 }
print(identity, multiply(identity, a) == a)
print(a.flatMap { $0 }.max()!, a.map { $0.reduce(0, +) })
