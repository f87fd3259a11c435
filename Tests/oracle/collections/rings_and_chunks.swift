// Collections: custom Collection & Sequence
struct Ring<T>: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
  private var storage: [T]
  init(arrayLiteral e: T...) { storage = e }
  var startIndex: Int { 0 }
  var endIndex: Int { storage.count }
  subscript(i: Int) -> T { get { storage[i % storage.count] } set { storage[i % storage.count] = newValue } }
}
var r: Ring = [1, 2, 3, 4]
r[5] = 20
r.swapAt(0, 3)
r.reverse()
print(Array(r), r.count, r.last!, r.dropFirst(2).map { $0 }, r[1...2].count, r.indices.map { $0 * 2 })
r.sort()
print(Array(r), r.firstIndex(of: 20) as Any, r.isEmpty, r.prefix(while: { $0 < 4 }).count)
struct Fib: Sequence, IteratorProtocol { var a = 0, b = 1
  mutating func next() -> Int? { defer { (a, b) = (b, a + b) }; return a } }
print(Array(Fib().prefix(10)), Fib().lazy.filter { $0 % 2 == 0 }.map { $0 * 10 }.prefix(4).reduce(0, +))
print(Fib().first { $0 > 100 }!, zip(1..., Fib().dropFirst(5)).prefix(2).map { "\($0):\($1)" })
print(stride(from: 1.0, through: 2.0, by: 0.25).map { $0 }, Array(stride(from: 10, to: 0, by: -3)))
let nested = [[3, 1], [], [2]]
print(nested.joined().sorted(), nested.flatMap { $0 }.max()!, nested.map(\.count), Array(repeatElement("x", count: 3)).joined())
print((1...10).chunked(by: 3), [1, 1, 2, 3, 3].uniqued())
extension Collection { func chunked(by n: Int) -> [[Element]] { var r: [[Element]] = []; var i = startIndex
  while i != endIndex { let j = index(i, offsetBy: n, limitedBy: endIndex) ?? endIndex; r.append(Array(self[i..<j])); i = j }; return r } }
extension Sequence where Element: Hashable { func uniqued() -> [Element] { var s = Set<Element>(); return filter { s.insert($0).inserted } } }
var a = Array(1...6)
a.removeAll { $0 % 2 == 0 }
a.insert(contentsOf: [9, 9], at: 1)
a.replaceSubrange(0..<1, with: [7, 8])
print(a, a.partition { $0 > 8 }, a.split(separator: 9), a.elementsEqual([7]), a.starts(with: [7, 8]))
