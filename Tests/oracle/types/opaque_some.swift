protocol Shape { func draw() -> String }
struct Line: Shape { let n: Int; func draw() -> String { String(repeating: "-", count: n) } }
struct Join<A: Shape, B: Shape>: Shape { let a: A, b: B; func draw() -> String { a.draw() + "\n" + b.draw() } }
func makeLine() -> some Shape { Line(n: 3) }
func triangle(_ n: Int) -> some Shape { Join(a: Line(n: n), b: Join(a: Line(n: n - 1), b: Line(n: n - 2))) }
print(makeLine().draw(), triangle(3).draw(), separator: "\n")
func draw(_ s: some Shape) { print(s.draw(), type(of: s)) }
draw(Line(n: 1))
func evens(_ n: Int) -> some Sequence<Int> { (0..<n).lazy.filter { $0 % 2 == 0 } }
print(Array(evens(7)), evens(10).reduce(0, +))
struct Box { var value: some Equatable { 5 } }
print(Box().value == Box().value)
func largest(_ xs: some Collection<Int>) -> Int { xs.max() ?? 0 }
print(largest([1, 9, 3]), largest(Set([4])), largest(1...6))
