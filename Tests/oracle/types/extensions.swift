extension Int {
  var isPrime: Bool { self > 1 && !(2..<self).contains { self % $0 == 0 } }
  func times(_ f: (Int) -> Void) { for i in 0..<self { f(i) } }
  static let answer = 42
  mutating func increment() { self += 1 }
  subscript(digit: Int) -> Int { var n = self; for _ in 0..<digit { n /= 10 }; return n % 10 }
  init(roman: String) { self = roman.reduce(0) { $0 + (["I": 1, "V": 5, "X": 10][$1] ?? 0) } }
}
print((1...20).filter(\.isPrime), Int.answer, 7462[1], Int(roman: "XVI"))
3.times { print($0, terminator: " ") }
print()
var n = 9
n.increment()
print(n)
extension String { var vowels: Int { filter { "aeiou".contains($0) }.count }; func repeated(_ n: Int) -> String { (0..<n).map { _ in self }.joined() } }
print("education".vowels, "ab".repeated(3))
extension Array where Element: Numeric { var total: Element { reduce(0, +) } }
extension Optional where Wrapped == String { var orEmpty: String { self ?? "" } }
extension Collection { var second: Element? { dropFirst().first } }
print([1, 2, 3].total, [0.5, 1].total, (nil as String?).orEmpty.isEmpty, "xyz".second!, [9].second as Any, Set([1]).second as Any)
extension Sequence where Element: Hashable { func counted() -> [Element: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } } }
print("banana".counted().sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" })
protocol Doubling { func doubled() -> Self }
extension Int: Doubling { func doubled() -> Int { self * 2 } }
extension String: Doubling { func doubled() -> String { self + self } }
print(4.doubled(), "ha".doubled())
