let text = """
It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity — "it was the season of Light"; it was the season of Darkness.
"""
let words = text.lowercased().split { !$0.isLetter }.map(String.init)
let counts = words.reduce(into: [:]) { $0[$1, default: 0] += 1 } as [String: Int]
let top = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
for (rank, (word, count)) in top.enumerated() {
  print("\(rank + 1). \(word)\(String(repeating: " ", count: 8 - word.count))\(String(repeating: "*", count: count))")
}
print(words.count, counts.count, words.map(\.count).reduce(0, +), Set(words.map(\.count)).sorted())
let longest = words.max { ($0.count, $1) < ($1.count, $0) }!
print(longest, words.filter { $0.count == longest.count }, words.first { $0.hasSuffix("ness") }!)
let sentences = text.split(whereSeparator: { ".;".contains($0) }).map { $0.split(whereSeparator: \.isWhitespace).count }
print(sentences, text.filter { $0 == "," }.count, text.filter(\.isPunctuation), text.split(separator: "\n").map(\.count))
let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
let (v, c) = text.lowercased().reduce((0, 0)) { acc, ch in
  !ch.isLetter ? acc : vowels.contains(ch) ? (acc.0 + 1, acc.1) : (acc.0, acc.1 + 1)
}
print(v, c, Double(v) / Double(v + c))
let bigrams = zip(words, words.dropFirst()).map { "\($0) \($1)" }
print(Dictionary(bigrams.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 3 }.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
func caesar(_ s: some StringProtocol, _ k: Int) -> String {
  String(s.map { ch -> Character in
    guard let a = ch.asciiValue, ch.isLetter else { return ch }
    let base: UInt8 = ch.isUppercase ? 65 : 97
    return Character(UnicodeScalar((a - base + UInt8((k % 26 + 26) % 26)) % 26 + base))
  })
}
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3), caesar("xyz".prefix(2), 29))
func isPalindrome(_ s: String) -> Bool {
  let letters = s.lowercased().filter(\.isLetter)
  return letters.elementsEqual(letters.reversed())
}
print(["A man, a plan, a canal: Panama", "Été", "swift"].map(isPalindrome))
func runLength(_ s: String) -> String {
  var out = "", rest = s[...]
  while let first = rest.first {
    let run = rest.prefix { $0 == first }
    out += run.count > 1 ? "\(run.count)\(first)" : "\(first)"
    rest = rest[run.endIndex...]
  }
  return out
}
func expand(_ s: String) -> String {
  var out = "", n = 0
  for ch in s { if let d = ch.wholeNumberValue { n = n * 10 + d } else { out += String(repeating: ch, count: max(n, 1)); n = 0 } }
  return out
}
print(runLength("aaabccdddd🙂🙂"), expand(runLength("aaabccdddd🙂🙂")), runLength(""), expand("12x3y"))
let acrostic = ["Never", "odd", "or", "even"].compactMap(\.first).map { $0.uppercased() }.joined()
print(acrostic, "straße".uppercased().lowercased(), "İ".lowercased().count, String("abc".unicodeScalars.map { Character(UnicodeScalar($0.value + 1)!) }))
