protocol Queue { associatedtype Item; var isEmpty: Bool { get }; mutating func enqueue(_ x: Item); mutating func dequeue() -> Item? }
struct FIFO<T>: Queue { private var a: [T] = []; var isEmpty: Bool { a.isEmpty }; mutating func enqueue(_ x: T) { a.append(x) }; mutating func dequeue() -> T? { a.isEmpty ? nil : a.removeFirst() } }
struct LIFO<T>: Queue { var a: [T] = []; var isEmpty: Bool { a.isEmpty }; mutating func enqueue(_ x: T) { a.append(x) }; mutating func dequeue() -> T? { a.popLast() } }
extension Queue { mutating func drain() -> [Item] { var r: [Item] = []; while let x = dequeue() { r.append(x) }; return r } }
func run<Q: Queue>(_ q: Q) -> [Q.Item] where Q.Item == Int { var q = q; for i in 1...3 { q.enqueue(i) }; return q.drain() }
print(run(FIFO()), run(LIFO()))
protocol P { associatedtype T = Int; var v: T { get } }
struct A: P { var v = 5 }
struct B: P { var v = "s" }
print(A().v, B().v)
