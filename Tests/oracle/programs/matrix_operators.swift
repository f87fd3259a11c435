struct Matrix: Equatable {
  let rows, columns: Int
  private var grid: [Double]

  init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.rows = rows
    self.columns = columns
    grid = Array(repeating: value, count: rows * columns)
  }

  init?(_ nested: [[Double]]) {
    guard let width = nested.first?.count, nested.allSatisfy({ $0.count == width }) else { return nil }
    rows = nested.count
    columns = width
    grid = nested.flatMap { $0 }
  }

  static func identity(_ n: Int) -> Matrix {
    var m = Matrix(rows: n, columns: n)
    for i in 0..<n { m[i, i] = 1 }
    return m
  }

  subscript(row: Int, column: Int) -> Double {
    get {
      precondition(isValid(row, column), "index (\(row), \(column)) is outside")
      return grid[row * columns + column]
    }
    set { grid[row * columns + column] = newValue }
  }

  subscript(row row: Int) -> ArraySlice<Double> { grid[row * columns..<(row + 1) * columns] }
  subscript(column column: Int) -> [Double] { stride(from: column, to: grid.count, by: columns).map { grid[$0] } }

  private func isValid(_ row: Int, _ column: Int) -> Bool { (0..<rows).contains(row) && 0..<columns ~= column }

  var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
    return result
  }

  func minor(_ row: Int, _ column: Int) -> Matrix {
    Matrix(
      (0..<rows).filter { $0 != row }.map { i in
        (0..<columns).filter { $0 != column }.map { j in self[i, j] }
      })!
  }

  var determinant: Double {
    guard rows == columns else { return .nan }
    if rows == 1 { return self[0, 0] }
    return (0..<columns).reduce(0) { sum, j in
      sum + (j.isMultiple(of: 2) ? 1 : -1) * self[0, j] * minor(0, j).determinant
    }
  }
}

infix operator •: MultiplicationPrecedence
infix operator **: PowerPrecedence
precedencegroup PowerPrecedence {
  higherThan: MultiplicationPrecedence
  associativity: right
}
postfix operator ′

extension Matrix {
  static func • (a: Matrix, b: Matrix) -> Matrix {
    var result = Matrix(rows: a.rows, columns: b.columns)
    for i in 0..<a.rows {
      for j in 0..<b.columns {
        result[i, j] = zip(a[row: i], b[column: j]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return result
  }
  static func ** (m: Matrix, n: Int) -> Matrix { n == 0 ? .identity(m.rows) : m • m ** (n - 1) }
  static prefix func - (m: Matrix) -> Matrix { m.map { -$0 } }
  static func + (a: Matrix, b: Matrix) -> Matrix {
    var result = a
    for i in 0..<a.rows { for j in 0..<a.columns { result[i, j] += b[i, j] } }
    return result
  }
  static func * (s: Double, m: Matrix) -> Matrix { m.map { s * $0 } }
  static func *= (m: inout Matrix, s: Double) { m = s * m }
  static postfix func ′ (m: Matrix) -> Matrix { m.transposed }
  func map(_ f: (Double) throws -> Double) rethrows -> Matrix {
    var result = self
    for i in 0..<rows { for j in 0..<columns { result[i, j] = try f(self[i, j]) } }
    return result
  }
}

extension Matrix: CustomStringConvertible {
  var description: String {
    (0..<rows).map { "[" + self[row: $0].map { "\($0)" }.joined(separator: ", ") + "]" }.joined(separator: "\n")
  }
}

extension Matrix: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: [Double]...) { self = Matrix(elements) ?? Matrix(rows: 0, columns: 0) }
}

let a: Matrix = [[1, 2], [3, 4]]
let b: Matrix = [[0, 1], [1, 0]]
print(a • b, terminator: "\n--\n")
print(a + b • a, terminator: "\n--\n")
print(-a′, terminator: "\n--\n")
print(a ** 3, terminator: "\n--\n")
print(a.determinant, ([[2, 0, 1], [1, 3, 2], [1, 1, 1]] as Matrix).determinant)
print(a == (a′)′, a • .identity(2) == a, Matrix([[1], [2, 3]]) == nil)
var c = 0.5 * a
c *= 4
c[0, 1] -= 1
print(c, c[column: 1], Array(c[row: 1]))
print(c.map { $0 > 3 ? $0.squareRoot() : 0 })
