import Foundation

/// A bigram model of characters: counts, probabilities, likelihood, greedy and sampled text.
struct Bigrams {
  static let boundary: Character = "."
  private var counts: [Character: [Character: Int]] = [:]
  private let smoothing: Double
  private(set) var alphabet: [Character] = []

  init<S: Sequence>(words: S, smoothing: Double = 1) where S.Element == String {
    self.smoothing = smoothing
    var seen: Set<Character> = [Bigrams.boundary]
    for word in words {
      seen.formUnion(word)
      for (a, b) in pairs(of: word) { counts[a, default: [:]][b, default: 0] += 1 }
    }
    alphabet = seen.sorted()
  }

  func pairs(of word: String) -> [(Character, Character)] {
    let text = [Bigrams.boundary] + Array(word) + [Bigrams.boundary]
    return Array(zip(text, text.dropFirst()))
  }

  func probability(of next: Character, after previous: Character) -> Double {
    let row = counts[previous] ?? [:]
    let total = row.values.reduce(0, +)
    return (Double(row[next] ?? 0) + smoothing) / (Double(total) + smoothing * Double(alphabet.count))
  }

  func logLikelihood(_ word: String) -> Double {
    pairs(of: word).lazy.map { log(self.probability(of: $0.1, after: $0.0)) }.reduce(0, +)
  }

  func mostLikely(after character: Character) -> Character {
    alphabet.max { a, b in
      let (p, q) = (probability(of: a, after: character), probability(of: b, after: character))
      return p == q ? a > b : p < q
    } ?? Bigrams.boundary
  }

  func sample<G: RandomNumberGenerator>(using generator: inout G, limit: Int = 12) -> String {
    var word = ""
    var current = Bigrams.boundary
    while word.count < limit {
      var remaining = Double(generator.next() % 10_000) / 10_000
      var chosen = alphabet[alphabet.count - 1]
      for candidate in alphabet {
        remaining -= probability(of: candidate, after: current)
        if remaining <= 0 {
          chosen = candidate
          break
        }
      }
      if chosen == Bigrams.boundary { break }
      word.append(chosen)
      current = chosen
    }
    return word
  }
}

struct LCG: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6364136223846793005 &+ 1442695040888963407
    return state >> 33
  }
}

let names = ["emma", "olivia", "ava", "isabella", "sophia", "mia", "amelia", "harper", "evelyn", "emily", "anna", "lena"]
let model = Bigrams(words: names)
print(String(model.alphabet), model.alphabet.count)
for word in ["emma", "anna", "zzz", "xq"] {
  print(word, String(format: "%.4f", model.logLikelihood(word)))
}
let sum = model.alphabet.map { model.probability(of: $0, after: "a") }.reduce(0, +)
print(abs(sum - 1) < 1e-12)
print(String("aeiou".map { model.mostLikely(after: $0) }))
var generator = LCG(state: 7)
let samples = (0..<6).map { _ in model.sample(using: &generator) }
print(samples)
print(samples.filter { !$0.isEmpty }.map { ($0, $0.count) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0))
let perplexity = exp(-names.map(model.logLikelihood).reduce(0, +) / Double(names.map { $0.count + 1 }.reduce(0, +)))
print(String(format: "perplexity %.5f", perplexity))
