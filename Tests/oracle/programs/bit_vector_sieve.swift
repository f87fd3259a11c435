struct BitSet: Sequence, Equatable, ExpressibleByArrayLiteral {
  private var words: [UInt64]
  init(capacity: Int) { words = [UInt64](repeating: 0, count: (capacity + 63) / 64) }
  init(arrayLiteral elements: Int...) {
    self.init(capacity: (elements.max() ?? 0) + 1)
    elements.forEach { insert($0) }
  }
  mutating func insert(_ i: Int) { words[i >> 6] |= 1 << (i & 63) }
  mutating func remove(_ i: Int) { words[i >> 6] &= ~(1 << UInt64(i & 63)) }
  func contains(_ i: Int) -> Bool { i >= 0 && i >> 6 < words.count && words[i >> 6] & (1 << UInt64(i & 63)) != 0 }
  subscript(i: Int) -> Bool {
    get { contains(i) }
    set { newValue ? insert(i) : remove(i) }
  }
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  struct Iterator: IteratorProtocol {
    fileprivate var words: ArraySlice<UInt64>
    fileprivate var base = 0
    mutating func next() -> Int? {
      while let word = words.first {
        if word != 0 {
          let bit = word.trailingZeroBitCount
          words[words.startIndex] &= word - 1
          return base + bit
        }
        words.removeFirst()
        base += 64
      }
      return nil
    }
  }
  func makeIterator() -> Iterator { Iterator(words: words[...]) }

  static func & (a: BitSet, b: BitSet) -> BitSet {
    var result = a
    for i in result.words.indices { result.words[i] &= i < b.words.count ? b.words[i] : 0 }
    return result
  }
  static func |= (a: inout BitSet, b: BitSet) {
    if b.words.count > a.words.count { a.words += Array(repeating: 0, count: b.words.count - a.words.count) }
    for (i, word) in b.words.enumerated() { a.words[i] |= word }
  }
}

func primes(below limit: Int) -> BitSet {
  var sieve = BitSet(capacity: limit)
  for i in 2..<limit { sieve.insert(i) }
  var i = 2
  while i * i < limit {
    if sieve[i] { for j in stride(from: i * i, to: limit, by: i) { sieve[j] = false } }
    i += 1
  }
  return sieve
}
let p = primes(below: 1000)
print(p.count, Array(p.prefix(12)), p.contains(997), p[998], p[-1], p[5000])
var odd = BitSet(capacity: 100)
for i in stride(from: 1, to: 100, by: 2) { odd.insert(i) }
print(Array(p & odd).suffix(3), (p & odd).reduce(0, +), p.max()!, p.first { $0 > 500 }!)
var small: BitSet = [1, 5, 64, 130]
small |= [2, 200]
print(Array(small), small == [1, 2, 5, 64, 130, 200], small.count, small.map { $0 % 10 })
small.remove(64)
print(Array(zip(small, small.dropFirst())).map { $1 - $0 }, small.sorted(by: >))
let pairs = zip(p, p.dropFirst()).filter { $1 - $0 == 2 }.map { "(\($0), \($1))" }
print(pairs.count, pairs.prefix(5).joined(separator: " "))
let sums = (1...50).filter { n in p.contains { $0 < n && p.contains(n - $0) } }
print(sums.count, sums.prefix(6))
