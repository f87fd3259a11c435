let s = AnySequence([3, 1, 2])
for x in s { print(x) }
print(s.sorted(), Array(s.map { $0 * 2 }))
var n = 0
let t = AnySequence { AnyIterator { n += 1; return n < 4 ? n : nil } }
print(Array(t))
let c = AnyCollection([1, 2, 3].lazy.map { $0 * 10 })
print(c.count, c.first ?? 0, Array(c), c.contains(20))
func evens() -> AnySequence<Int> { AnySequence(stride(from: 0, to: 10, by: 2)) }
print(Array(evens()))
var it = AnyIterator([5, 6].makeIterator())
print(it.next() ?? 0, it.next() ?? 0, it.next() as Any)
let c2 = AnyCollection("héllo")
print(c2.count, String(c2), c2[c2.startIndex])
let total = c.reduce(0, +)
print(total, c.map { $0 + 1 }, c.prefix(2).count)
