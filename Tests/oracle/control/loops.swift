for i in 0..<3 { print(i, terminator: " ") }
for i in (0..<3).reversed() { print(i, terminator: " ") }
for i in stride(from: 0, to: 10, by: 4) { print(i, terminator: " ") }
print()
for (i, c) in "abc".enumerated() where i != 1 { print(i, c, terminator: ";") }
print()
var n = 27, steps = 0
while n != 1 { n = n % 2 == 0 ? n / 2 : 3 * n + 1; steps += 1 }
print(steps)
repeat { n += 1 } while n < 5
print(n)
outer: for i in 1...3 {
  for j in 1...3 {
    if j == 2 { continue outer }
    if i == 3 { break outer }
    print(i, j)
  }
}
for case let x? in [1, nil, 3] { print(x, terminator: " ") }
for case (let a, 2) in [(1, 2), (3, 4), (5, 2)] { print(a, terminator: " ") }
print()
for _ in 0..<2 { print("x", terminator: "") }
for x in [] as [Int] { print(x) }
print()
var i = 10
while true { i -= 3; if i < 0 { break }; if i == 4 { continue }; print(i, terminator: " ") }
print()
