struct Grid<T> {
  let rows: Int, columns: Int
  private var cells: [T]
  init(rows: Int, columns: Int, fill: T) {
    self.rows = rows
    self.columns = columns
    cells = Array(repeating: fill, count: rows * columns)
  }
  subscript(r: Int, c: Int) -> T {
    get { cells[r * columns + c] }
    set { cells[r * columns + c] = newValue }
  }
  subscript(row r: Int) -> ArraySlice<T> { cells[r * columns..<(r + 1) * columns] }
}
var g = Grid(rows: 2, columns: 3, fill: 0)
for r in 0..<g.rows { for c in 0..<g.columns { g[r, c] = r * 10 + c } }
g[1, 2] += 100
print(Array(g[row: 0]), Array(g[row: 1]), g[1, 2])
