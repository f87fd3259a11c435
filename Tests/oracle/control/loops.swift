for i in 0..<3 { print(i, terminator: " ") }
for i in stride(from: 10, to: 0, by: -3) { print(i, terminator: " ") }
for x in stride(from: 0.0, through: 1.0, by: 0.25) { print(x, terminator: " ") }
print()
var n = 5
while n > 0 { n -= 2 }
print(n)
repeat { n += 3 } while n < 10
print(n)
outer: for i in 1...3 {
  for j in 1...3 {
    if j == 2 { continue outer }
    if i == 3 { break outer }
    print(i, j)
  }
}
for i in 1...20 where i % 7 == 0 { print(i) }
for (i, c) in "ab".enumerated() { print(i, c) }
for case let x? in [1, nil, 3] { print(x) }
for case (let a, 2) in [(1, 2), (3, 4), (5, 2)] { print(a) }
for _ in 0..<2 { print("*", terminator: "") }
print()
for (a, b) in zip([1, 2, 3], ["a", "b"]) { print(a, b) }
for i in (0..<3).reversed() { print(i, terminator: " ") }
print()
