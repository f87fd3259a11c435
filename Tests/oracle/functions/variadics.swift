func average(_ xs: Double...) -> Double { xs.isEmpty ? 0 : xs.reduce(0, +) / Double(xs.count) }
print(average(), average(1), average(1, 2, 3, 4))
func join(_ parts: String..., separator: String) -> String { parts.joined(separator: separator) }
print(join("a", "b", separator: "+"), join(separator: "+").isEmpty)
func count(_ xs: [Int]...) -> [Int] { xs.map(\.count) }
print(count([1], [], [1, 2]))
struct Poly { let c: [Int]; init(_ c: Int...) { self.c = c }; func callAsFunction(_ x: Int) -> Int { c.reversed().reduce(0) { $0 * x + $1 } } }
print(Poly(1, 2, 3)(2), Poly()(5))
