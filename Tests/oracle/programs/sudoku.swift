var board = """
  530070000
  600195000
  098000060
  800060003
  400803001
  700020006
  060000280
  000419005
  000080079
  """.split(separator: "\n").map { $0.map { $0.wholeNumberValue! } }
func canPlace(_ n: Int, _ r: Int, _ c: Int) -> Bool {
  for i in 0..<9 where board[r][i] == n || board[i][c] == n || board[r / 3 * 3 + i / 3][c / 3 * 3 + i % 3] == n { return false }
  return true
}
var tries = 0
func solve() -> Bool {
  for r in 0..<9 { for c in 0..<9 where board[r][c] == 0 {
    for n in 1...9 where canPlace(n, r, c) {
      tries += 1
      board[r][c] = n
      if solve() { return true }
      board[r][c] = 0
    }
    return false
  } }
  return true
}
print(solve(), tries)
for row in board { print(row.map(String.init).joined()) }
