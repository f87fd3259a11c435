final class Node<T> { var value: T; var next: Node?; weak var prev: Node?; init(_ v: T) { value = v } }
struct LinkedList<T>: Sequence { private(set) var head: Node<T>?; private var tail: Node<T>?; private(set) var count = 0
  mutating func append(_ v: T) { let n = Node(v); if let t = tail { t.next = n; n.prev = t } else { head = n }; tail = n; count += 1 }
  func makeIterator() -> AnyIterator<T> { var cur = head; return AnyIterator { defer { cur = cur?.next }; return cur?.value } }
  mutating func reverse() { var cur = head; var prev: Node<T>? = nil; tail = head; while let c = cur { cur = c.next; c.next = prev; prev = c }; head = prev } }
extension LinkedList: CustomStringConvertible { var description: String { "(" + map { "\($0)" }.joined(separator: " -> ") + ")" } }
extension LinkedList: ExpressibleByArrayLiteral { init(arrayLiteral xs: T...) { self.init(); for x in xs { append(x) } } }
var l: LinkedList = [1, 2, 3]
l.append(4); print(l, l.count, l.map { $0 * 2 }, l.contains(3))
l.reverse(); print(l, l.reduce(0, +)); for x in l { print(x, terminator: ";") }; print()
