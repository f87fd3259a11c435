struct Queens {
  let size: Int
  private var columns: Set<Int> = []
  private var rising: Set<Int> = []
  private var falling: Set<Int> = []
  private var placed: [Int] = []
  private(set) var solutions: [[Int]] = []

  init(size: Int) { self.size = size }

  mutating func solve() -> Int {
    place(row: 0)
    return solutions.count
  }

  private mutating func place(row: Int) {
    guard row < size else {
      solutions.append(placed)
      return
    }
    for column in 0..<size where !columns.contains(column) && !rising.contains(row + column) && !falling.contains(row - column) {
      columns.insert(column)
      rising.insert(row + column)
      falling.insert(row - column)
      placed.append(column)
      defer {
        placed.removeLast()
        columns.remove(column)
        rising.remove(row + column)
        falling.remove(row - column)
      }
      place(row: row + 1)
    }
  }
}

func board(_ solution: [Int]) -> String {
  solution.map { queen in
    (0..<solution.count).map { $0 == queen ? "Q" : "." }.joined(separator: " ")
  }.joined(separator: "\n")
}

for size in 1...7 {
  var queens = Queens(size: size)
  print(size, queens.solve())
}
var six = Queens(size: 6)
_ = six.solve()
for (number, solution) in six.solutions.enumerated() where number.isMultiple(of: 2) {
  print("solution \(number + 1)\n\(board(solution))")
}

// The same by bit masks.
func count(_ n: Int, _ columns: UInt32 = 0, _ left: UInt32 = 0, _ right: UInt32 = 0) -> Int {
  let full = UInt32(1) << UInt32(n) - 1
  if columns == full { return 1 }
  var free = full & ~(columns | left | right)
  var total = 0
  while free != 0 {
    let bit = free & (~free &+ 1)
    free ^= bit
    total += count(n, columns | bit, (left | bit) << 1, (right | bit) >> 1)
  }
  return total
}
print((4...8).map { count($0) })
