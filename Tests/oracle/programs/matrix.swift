struct Matrix: Equatable, CustomStringConvertible { let r: Int, c: Int; var d: [Double]
  init(_ rows: [[Double]]) { r = rows.count; c = rows.first?.count ?? 0; d = rows.flatMap { $0 } }
  init(r: Int, c: Int) { self.r = r; self.c = c; d = Array(repeating: 0, count: r * c) }
  static func identity(_ n: Int) -> Matrix { var m = Matrix(r: n, c: n); for i in 0..<n { m[i, i] = 1 }; return m }
  subscript(i: Int, j: Int) -> Double { get { precondition(i < r && j < c); return d[i * c + j] } set { d[i * c + j] = newValue } }
  static func * (a: Matrix, b: Matrix) -> Matrix { var m = Matrix(r: a.r, c: b.c); for i in 0..<a.r { for j in 0..<b.c { for k in 0..<a.c { m[i, j] += a[i, k] * b[k, j] } } }; return m }
  static func + (a: Matrix, b: Matrix) -> Matrix { var m = a; for i in m.d.indices { m.d[i] += b.d[i] }; return m }
  var T: Matrix { var m = Matrix(r: c, c: r); for i in 0..<r { for j in 0..<c { m[j, i] = self[i, j] } }; return m }
  func power(_ n: Int) -> Matrix { n == 0 ? .identity(r) : n % 2 == 0 ? (self * self).power(n / 2) : self * power(n - 1) }
  var description: String { (0..<r).map { i in (0..<c).map { "\(self[i, $0])" }.joined(separator: " ") }.joined(separator: "\n") } }
let m = Matrix([[1, 1], [1, 0]])
print(m.power(10)); print(m * .identity(2) == m, (m + m).T[0, 1]); print(Matrix([[1, 2, 3]]) * Matrix([[1], [2], [3]]))
