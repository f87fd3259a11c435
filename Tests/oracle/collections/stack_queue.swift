struct Stack<Element> {
  private var items: [Element] = []
  var count: Int { items.count }
  var isEmpty: Bool { items.isEmpty }
  var top: Element? { items.last }
  mutating func push(_ e: Element) { items.append(e) }
  @discardableResult mutating func pop() -> Element? { items.popLast() }
}
struct Queue<T> {
  private var inbox: [T] = [], outbox: [T] = []
  mutating func enqueue(_ x: T) { inbox.append(x) }
  mutating func dequeue() -> T? {
    if outbox.isEmpty { outbox = inbox.reversed(); inbox.removeAll() }
    return outbox.popLast()
  }
}
var s = Stack<Int>()
for i in 1...3 { s.push(i * i) }
s.pop()
print(s.top as Any, s.count, s.isEmpty)
var q = Queue<String>()
for w in ["a", "b", "c"] { q.enqueue(w) }
print(q.dequeue()!, q.dequeue()!)
q.enqueue("d")
while let x = q.dequeue() { print(x, terminator: " ") }
print()
extension Stack: CustomStringConvertible { var description: String { "<" + items.map { "\($0)" }.joined(separator: ",") + ">" } }
print(s, "\(Stack<String>())")
