print([Int](), [String](repeating: "x", count: 2), Array("abc"), Array(1...3), Array(Set([5])), Array([1, 2].reversed()))
print(Array(repeating: [0], count: 2), (0..<3).map { $0 * $0 }, Array(zip([1], ["a"])), [Int](stride(from: 0, to: 6, by: 2)))
var reserved: [Int] = []
reserved.reserveCapacity(10)
print(reserved.isEmpty, reserved.count)
