func knapsack(_ items: [(w: Int, v: Int)], _ cap: Int) -> Int {
  var best = [Int](repeating: 0, count: cap + 1)
  for (w, v) in items { for c in stride(from: cap, through: w, by: -1) { best[c] = max(best[c], best[c - w] + v) } }
  return best[cap]
}
print(knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7))
func lcs(_ a: String, _ b: String) -> String {
  let a = Array(a), b = Array(b)
  var t = Array(repeating: Array(repeating: "", count: b.count + 1), count: a.count + 1)
  for i in a.indices { for j in b.indices { t[i + 1][j + 1] = a[i] == b[j] ? t[i][j] + String(a[i]) : (t[i][j + 1].count >= t[i + 1][j].count ? t[i][j + 1] : t[i + 1][j]) } }
  return t[a.count][b.count]
}
func distance(_ a: String, _ b: String) -> Int {
  let a = Array(a), b = Array(b)
  var row = Array(0...b.count)
  for i in a.indices {
    var previous = row[0]
    row[0] = i + 1
    for j in b.indices { (previous, row[j + 1]) = (row[j + 1], min(row[j + 1] + 1, row[j] + 1, previous + (a[i] == b[j] ? 0 : 1))) }
  }
  return row[b.count]
}
print(lcs("AGGTAB", "GXTXAYB"), distance("kitten", "sitting"), distance("", "abc"))
func coins(_ n: Int, _ cs: [Int]) -> Int { cs.reduce(into: [1] + [Int](repeating: 0, count: n)) { w, c in for i in stride(from: c, through: n, by: 1) { w[i] += w[i - c] } }[n] }
print(coins(100, [1, 5, 10, 25, 50]))
