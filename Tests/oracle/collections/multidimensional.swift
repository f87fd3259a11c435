var m = [[Double]](repeating: [Double](repeating: 0, count: 3), count: 2)
for i in 0..<2 { for j in 0..<3 { m[i][j] = Double(i * 3 + j) } }
print(m, m.map { $0.reduce(0, +) }, (0..<3).map { j in m.map { $0[j] } })
func matmul(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] { a.map { row in b[0].indices.map { j in zip(row, b).reduce(0) { $0 + $1.0 * $1.1[j] } } } }
print(matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
var t = [[[1]]]; t[0][0].append(2); t[0].append([3]); print(t, t[0][1][0])
var board = Array(repeating: Array(repeating: Character("."), count: 3), count: 2); board[1][2] = "#"
for row in board { print(String(row)) }
