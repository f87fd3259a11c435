let text = """
  Backpropagation computes the gradient of the loss with respect to each weight.
  The gradient flows back through each node; each node knows only its own derivative.
  """
var counts: [String: Int] = [:]
for w in text.lowercased().split(whereSeparator: { !$0.isLetter }) { counts[String(w), default: 0] += 1 }
let top = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6)
let width = top.map { $0.key.count }.max() ?? 0
for (w, n) in top { print(w + String(repeating: " ", count: width - w.count), "|", String(repeating: "█", count: n), n) }
print(counts.count, counts.values.reduce(0, +), Set(text.filter { $0.isLetter }.lowercased()).count)
let lengths = Dictionary(grouping: counts.keys, by: \.count).mapValues(\.count)
for k in lengths.keys.sorted() { print(k, lengths[k]!) }
