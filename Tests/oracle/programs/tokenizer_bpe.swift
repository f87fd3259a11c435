func bpe(_ text: String, merges: Int) -> ([String], [(String, String)]) {
  var toks = text.map(String.init), done: [(String, String)] = []
  for _ in 0..<merges {
    var pairs: [String: (Int, Int)] = [:]
    for i in 0..<(toks.count - 1) { let k = toks[i] + "\u{0}" + toks[i + 1]; let old = pairs[k] ?? (0, i); pairs[k] = (old.0 + 1, old.1) }
    guard let best = pairs.max(by: { ($0.value.0, -$0.value.1) < ($1.value.0, -$1.value.1) }), best.value.0 > 1 else { break }
    let parts = best.key.split(separator: "\u{0}").map(String.init); done.append((parts[0], parts[1]))
    var out: [String] = [], i = 0
    while i < toks.count { if i + 1 < toks.count, toks[i] == parts[0], toks[i + 1] == parts[1] { out.append(parts[0] + parts[1]); i += 2 } else { out.append(toks[i]); i += 1 } }
    toks = out
  }
  return (toks, done)
}
let (toks, merges) = bpe("abababcabcab", merges: 3)
print(toks, merges.map { $0 + $1 })
