/// A ring buffer that is a collection of its own, with what the library then gives for nothing.
struct Ring<Element>: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral, CustomStringConvertible {
  private var storage: [Element]
  private var head = 0

  init(arrayLiteral elements: Element...) { storage = elements }
  init<S: Sequence>(_ elements: S) where S.Element == Element { storage = Array(elements) }

  var startIndex: Int { 0 }
  var endIndex: Int { storage.count }

  subscript(position: Int) -> Element {
    get { storage[(head + position) % storage.count] }
    set { storage[(head + position) % storage.count] = newValue }
  }

  mutating func rotate(by n: Int) { head = (head + n % count + count) % count }
  var description: String { "<" + map { "\($0)" }.joined(separator: " ") + ">" }
}

var ring: Ring = [1, 2, 3, 4, 5]
ring.rotate(by: 2)
print(ring, ring.count, ring.first!, ring.last!, ring.isEmpty, ring[1])
ring.rotate(by: -1)
print(ring, Array(ring.reversed()), ring.map { $0 * 10 }, ring.sorted())
print(ring.firstIndex(of: 5)!, ring.lastIndex { $0 > 3 }!, ring.contains(9), ring.max()!, ring.reduce(0, +))
ring.swapAt(0, 4)
ring[2] = 40
print(ring, ring.indices, Array(ring.dropFirst(3)), Array(ring.prefix(2)), Array(ring.suffix(2)), Array(ring[1...2]))
ring.sort()
print(ring)
ring.reverse()
print(ring, ring.index(after: 1), ring.index(0, offsetBy: 3), ring.distance(from: 1, to: 4), ring.index(3, offsetBy: 5, limitedBy: ring.endIndex) as Any)
print(Array(zip(ring, ring.dropFirst())).map { $0 - $1 }, ring.split { $0 == 40 }.map(Array.init), ring.min { abs($0 - 4) < abs($1 - 4) }!)
for (i, x) in ring.enumerated() where i % 2 == 0 { print(i, x, terminator: "; ") }
print()
let pivot = ring.partition { $0 > 3 }
print(ring[..<pivot].allSatisfy { $0 <= 3 }, ring[pivot...].allSatisfy { $0 > 3 }, pivot)
print(ring.lazy.filter { $0 != 40 }.map { $0 + 1 }.count, ring.elementsEqual(ring), ring.starts(with: ring.prefix(2)))

/// A collection whose index is not a number.
struct Countdown: BidirectionalCollection {
  struct Index: Comparable {
    let value: Int
    static func < (a: Index, b: Index) -> Bool { a.value > b.value }
  }
  let from: Int
  var startIndex: Index { Index(value: from) }
  var endIndex: Index { Index(value: -1) }
  func index(after i: Index) -> Index { Index(value: i.value - 1) }
  func index(before i: Index) -> Index { Index(value: i.value + 1) }
  subscript(i: Index) -> String { i.value == 0 ? "liftoff" : "\(i.value)" }
}
let countdown = Countdown(from: 3)
print(Array(countdown), countdown.count, countdown.last!, countdown.reversed().first!, countdown.firstIndex(of: "1")!.value)
print(countdown.dropFirst().joined(separator: "…"), countdown[countdown.index(countdown.startIndex, offsetBy: 2)], countdown.suffix(2).map { $0.count })

func describe<C: Collection>(_ c: C) -> String where C.Element: CustomStringConvertible {
  guard let first = c.first else { return "empty" }
  return c.dropFirst().reduce(first.description) { $0 + "," + $1.description }
}
print(describe(ring), describe([Int]()), describe("xyz".map(String.init)), describe(1...4), describe(Set([7])), describe([1.5, 2][1...]))
func total<S: Sequence<Int>>(_ s: S) -> Int { s.reduce(0, +) }
print(total(ring), total([1, 2]), total(stride(from: 0, through: 10, by: 5)), total(Set([4, 4])))
let anything: any Collection = ring
print(anything.count, anything.isEmpty)
