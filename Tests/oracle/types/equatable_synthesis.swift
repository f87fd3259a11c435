struct A: Equatable { var x: Int; var s: [String]; var o: Double? }
print(A(x: 1, s: ["a"], o: nil) == A(x: 1, s: ["a"], o: nil), A(x: 1, s: [], o: 2) == A(x: 1, s: [], o: 3))
enum E: Hashable { case a, b(Int, String), c(x: [Int]) }
print(E.b(1, "x") == .b(1, "x"), E.c(x: [1]) == .c(x: [2]), Set([E.a, .a, .b(1, "q")]).count)
struct K: Hashable { let r: Int, c: Int }
var grid: [K: String] = [:]; grid[K(r: 1, c: 2)] = "here"; print(grid[K(r: 1, c: 2)] ?? "", grid[K(r: 2, c: 1)] ?? "none")
enum P: Comparable { case low, mid(Int), high }
print(P.low < .high, P.mid(1) < .mid(2), P.high > .mid(9), [P.high, .low, .mid(0)].sorted())
