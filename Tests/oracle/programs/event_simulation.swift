struct Event: Comparable { let time: Int, name: String; static func < (a: Event, b: Event) -> Bool { a.time < b.time } }
struct Heap<T: Comparable> { private var a: [T] = []; var isEmpty: Bool { a.isEmpty }; var count: Int { a.count }
  mutating func push(_ x: T) { a.append(x); var i = a.count - 1; while i > 0, a[i] < a[(i - 1) / 2] { a.swapAt(i, (i - 1) / 2); i = (i - 1) / 2 } }
  mutating func pop() -> T? { guard !a.isEmpty else { return nil }; a.swapAt(0, a.count - 1); let r = a.removeLast(); var i = 0
    while true { var m = i; for c in [2 * i + 1, 2 * i + 2] where c < a.count && a[c] < a[m] { m = c }; if m == i { break }; a.swapAt(i, m); i = m }; return r } }
var h = Heap<Event>(); for (t, n) in [(5, "e"), (1, "a"), (3, "c"), (2, "b")] { h.push(Event(time: t, name: n)) }
while let e = h.pop() { print(e.time, e.name); if e.name == "c" { h.push(Event(time: 4, name: "d")) } }
var nums = Heap<Int>(); for x in [9, 4, 7, 1, 8] { nums.push(x) }; var out: [Int] = []; while let x = nums.pop() { out.append(x) }; print(out)
