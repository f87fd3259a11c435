/// Dynamic programming in several shapes: memo tables, bottom up, reconstruction.
final class Memo<Key: Hashable, Value> {
  private var known: [Key: Value] = [:]
  private(set) var misses = 0
  private let compute: (Memo, Key) -> Value
  init(_ compute: @escaping (Memo, Key) -> Value) { self.compute = compute }
  func callAsFunction(_ key: Key) -> Value {
    if let value = known[key] { return value }
    misses += 1
    let value = compute(self, key)
    known[key] = value
    return value
  }
}

let fibonacci = Memo<Int, UInt64> { memo, n in n < 2 ? UInt64(n) : memo(n - 1) + memo(n - 2) }
print(fibonacci(90), fibonacci.misses, fibonacci(50), fibonacci.misses)

struct Span: Hashable { let from, to: Int }
func matrixChain(_ dimensions: [Int]) -> (cost: Int, order: String) {
  let best = Memo<Span, (cost: Int, split: Int)> { memo, span in
    guard span.to > span.from else { return (0, span.from) }
    return (span.from..<span.to).map { k -> (cost: Int, split: Int) in
      let left = memo(Span(from: span.from, to: k)).cost, right = memo(Span(from: k + 1, to: span.to)).cost
      return (left + right + dimensions[span.from] * dimensions[k + 1] * dimensions[span.to + 1], k)
    }.min { $0.cost < $1.cost }!
  }
  func show(_ span: Span) -> String {
    if span.from == span.to { return String(UnicodeScalar(UInt8(65 + span.from))) }
    let k = best(span).split
    return "(" + show(Span(from: span.from, to: k)) + show(Span(from: k + 1, to: span.to)) + ")"
  }
  let whole = Span(from: 0, to: dimensions.count - 2)
  return (best(whole).cost, show(whole))
}
print(matrixChain([10, 30, 5, 60]), matrixChain([30, 35, 15, 5, 10, 20, 25]))

func editDistance<S: StringProtocol, T: StringProtocol>(_ a: S, _ b: T) -> (Int, [String]) {
  let a = Array(a), b = Array(b)
  var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count { table[i][0] = i }
  for j in 0...b.count { table[0][j] = j }
  for i in a.indices {
    for j in b.indices {
      table[i + 1][j + 1] = a[i] == b[j] ? table[i][j] : 1 + min(table[i][j], table[i][j + 1], table[i + 1][j])
    }
  }
  var steps: [String] = []
  var (i, j) = (a.count, b.count)
  while i > 0 || j > 0 {
    if i > 0, j > 0, a[i - 1] == b[j - 1], table[i][j] == table[i - 1][j - 1] { (i, j) = (i - 1, j - 1); continue }
    if i > 0, j > 0, table[i][j] == table[i - 1][j - 1] + 1 {
      steps.append("\(a[i - 1])→\(b[j - 1])")
      i -= 1; j -= 1
    } else if i > 0, table[i][j] == table[i - 1][j] + 1 {
      steps.append("-\(a[i - 1])")
      i -= 1
    } else {
      steps.append("+\(b[j - 1])")
      j -= 1
    }
  }
  return (table[a.count][b.count], steps.reversed())
}
print(editDistance("kitten", "sitting"), editDistance("", "abc"), editDistance("flaw"[...], "lawn"))

func coins(_ amount: Int, _ values: [Int]) -> [Int]? {
  var best: [[Int]?] = [[]]
  for total in 1...max(amount, 1) {
    best.append(values.filter { $0 <= total }.compactMap { value in best[total - value].map { $0 + [value] } }.min { $0.count < $1.count })
  }
  return best[amount]
}
print(coins(11, [1, 2, 5]) ?? [], coins(3, [2]) as Any, coins(0, [5])!)

func longestIncreasing<T: Comparable>(_ xs: [T]) -> [T] {
  var tails: [(value: T, chain: [T])] = []
  for x in xs {
    var low = 0, high = tails.count
    while low < high {
      let mid = low + (high - low) / 2
      if tails[mid].value < x { low = mid + 1 } else { high = mid }
    }
    let chain = (low > 0 ? tails[low - 1].chain : []) + [x]
    if low == tails.count { tails.append((x, chain)) } else { tails[low] = (x, chain) }
  }
  return tails.last?.chain ?? []
}
print(longestIncreasing([10, 9, 2, 5, 3, 7, 101, 18]), longestIncreasing(["b", "a", "c"]), longestIncreasing([Int]()))
