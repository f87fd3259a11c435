for x in 1...20 where x % 7 == 0 { print(x, terminator: " ") }
let pairs = [(1, "a"), (2, "b"), (3, "a")]
for case (let n, "a") in pairs where n > 1 { print(n, terminator: " ") }
switch (5, 5) { case let (a, b) where a == b: print("equal", a); default: print("different") }
let mixed: [Any] = [1, "x", 2.5, 4]
for case let i as Int in mixed where i > 1 { print(i) }
print(mixed.filter { $0 is Int }.count)
