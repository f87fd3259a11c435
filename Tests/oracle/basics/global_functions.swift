print(zip([1, 2, 3], ["a", "b"]).map { "\($0)\($1)" })
print(stride(from: 10, to: 0, by: -3).map { $0 }, Array(stride(from: 0.0, through: 1, by: 0.25)))
print(repeatElement("x", count: 3).joined(), Array(repeating: 0, count: 2))
var a = 1, b = 2
swap(&a, &b)
print(a, b)
print(type(of: a) == Int.self, Int.self, [Int].self, String.self)
print(sequence(first: 1) { $0 < 100 ? $0 * 3 : nil }.map { $0 })
print(Array(sequence(state: (0, 1)) { (s: inout (Int, Int)) -> Int? in
  defer { s = (s.1, s.0 + s.1) }
  return s.0 < 50 ? s.0 : nil
}))
print((1...5).reversed().map { $0 }, Array((1...3)), (0..<5).shuffled().count)
assert(a > 0, "positive")
precondition(b > 0)
