func sieve(_ n: Int) -> [Int] { var c = [Bool](repeating: true, count: n + 1); c[0] = false; if n >= 1 { c[1] = false }; var i = 2; while i * i <= n { if c[i] { for j in stride(from: i * i, through: n, by: i) { c[j] = false } }; i += 1 }; return c.enumerated().compactMap { $1 ? $0 : nil } }
print(sieve(30), sieve(1))
func primeFactors(_ n: Int) -> [(prime: Int, power: Int)] { var n = n, out: [(prime: Int, power: Int)] = []; for p in sequence(first: 2, next: { $0 + 1 }) { if p * p > n { break }; var k = 0; while n % p == 0 { n /= p; k += 1 }; if k > 0 { out.append((p, k)) } }; if n > 1 { out.append((n, 1)) }; return out }
print(primeFactors(360), primeFactors(97).map { "\($0.prime)^\($0.power)" })
func lcs(_ a: String, _ b: String) -> String { let a = Array(a), b = Array(b); var t = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1); for (i, x) in a.enumerated() { for (j, y) in b.enumerated() { t[i + 1][j + 1] = x == y ? t[i][j] + 1 : max(t[i][j + 1], t[i + 1][j]) } }; var (i, j, out) = (a.count, b.count, [Character]()); while i > 0, j > 0 { if a[i - 1] == b[j - 1] { out.append(a[i - 1]); i -= 1; j -= 1 } else if t[i - 1][j] >= t[i][j - 1] { i -= 1 } else { j -= 1 } }; return String(out.reversed()) }
print(lcs("AGGTAB", "GXTXAYB"))
func editDistance<S: StringProtocol>(_ a: S, _ b: S) -> Int { var row = Array(0...b.count); for (i, x) in a.enumerated() { var prev = row[0]; row[0] = i + 1; for (j, y) in b.enumerated() { (prev, row[j + 1]) = (row[j + 1], min(prev + (x == y ? 0 : 1), row[j] + 1, row[j + 1] + 1)) } }; return row.last! }
print(editDistance("kitten", "sitting"), editDistance("flaw"[...], "lawn"[...]))
func hanoi(_ n: Int, _ a: String = "A", _ b: String = "B", _ c: String = "C", move: (String, String) -> Void) { guard n > 0 else { return }; hanoi(n - 1, a, c, b, move: move); move(a, c); hanoi(n - 1, b, a, c, move: move) }
var moves = 0; hanoi(4) { _, _ in moves += 1 }; print(moves)
func queens(_ n: Int) -> Int { var count = 0; func place(_ r: Int, _ cols: Set<Int>, _ d1: Set<Int>, _ d2: Set<Int>) { if r == n { count += 1; return }; for c in 0..<n where !cols.contains(c) && !d1.contains(r + c) && !d2.contains(r - c) { place(r + 1, cols.union([c]), d1.union([r + c]), d2.union([r - c])) } }; place(0, [], [], []); return count }
print(queens(5))
func permutations<T>(_ xs: [T]) -> AnySequence<[T]> { AnySequence { () -> AnyIterator<[T]> in var idx: [Int]? = Array(xs.indices); return AnyIterator { guard var i = idx else { return nil }; defer { if let k = i.indices.dropLast().last(where: { i[$0] < i[$0 + 1] }) { let l = i.lastIndex { $0 > i[k] }!; i.swapAt(k, l); i[(k + 1)...].reverse(); idx = i } else { idx = nil } }; return i.map { xs[$0] } } } }
print(permutations([1, 2, 3]).map { $0.map(String.init).joined() }, permutations("ab".map { $0 }).reduce(0) { a, _ in a + 1 })
struct BigInt: CustomStringConvertible { var d: [UInt32]; init(_ n: Int) { d = []; var n = n; repeat { d.append(UInt32(n % 1_000_000_000)); n /= 1_000_000_000 } while n > 0 }
  static func * (a: BigInt, b: Int) -> BigInt { var r = a, carry: UInt64 = 0; for i in r.d.indices { let t = UInt64(r.d[i]) * UInt64(b) + carry; r.d[i] = UInt32(t % 1_000_000_000); carry = t / 1_000_000_000 }; if carry > 0 { r.d.append(UInt32(carry)) }; return r }
  var description: String { d.dropLast().reversed().reduce("\(d.last!)") { let s = String($1); return $0 + String(repeating: "0", count: 9 - s.count) + s } } }
print((1...25).reduce(BigInt(1), *))
func toRoman(_ n: Int) -> String { [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")].reduce(into: ("", n)) { acc, p in while acc.1 >= p.0 { acc.0 += p.1; acc.1 -= p.0 } }.0 }
print([1994, 2024, 49].map(toRoman))
let grid = (1...3).map { r in (1...3).map { c in r * c } }; print(grid.map { $0.map { String($0).count == 1 ? " \($0)" : "\($0)" }.joined(separator: " ") }.joined(separator: "|"), grid.flatMap { $0 }.filter { $0 % 2 == 0 }.max()!, grid.indices.map { grid[$0][$0] }.reduce(0, +), (0..<3).map { c in grid.map { $0[c] } } == grid)
func balanced(_ s: String) -> Bool { var st: [Character] = []; let pairs: [Character: Character] = [")": "(", "]": "[", "}": "{"]; for c in s { if pairs.values.contains(c) { st.append(c) } else if let o = pairs[c], st.popLast() != o { return false } }; return st.isEmpty }
print(["([]{})", "(]", "((", ""].map(balanced))
func memo<A: Hashable, B>(_ f: @escaping ((A) -> B, A) -> B) -> (A) -> B { var c: [A: B] = [:]; func g(_ a: A) -> B { c[a] ?? { let v = f(g, a); c[a] = v; return v }() }; return g }
struct Pair<A: Hashable, B: Hashable>: Hashable { let a: A, b: B }
let ways = memo { (self: (Pair<Int, Int>) -> Int, p: Pair<Int, Int>) -> Int in p.a == 0 ? 1 : p.a < 0 || p.b == 0 ? 0 : self(Pair(a: p.a - [1, 5, 10, 25][p.b - 1], b: p.b)) + self(Pair(a: p.a, b: p.b - 1)) }
print(ways(Pair(a: 100, b: 4)))
var rng = SystemRandomNumberGenerator(); print((0..<5).map { _ in Int.random(in: 1...6, using: &rng) }.allSatisfy { 1...6 ~= $0 }, Double.random(in: 0..<1) < 1, Bool.random() || true, [1, 2, 3].shuffled().sorted(), "abc".randomElement()!.isLetter)
struct LCG: RandomNumberGenerator { var s: UInt64; mutating func next() -> UInt64 { s = s &* 6364136223846793005 &+ 1442695040888963407; return s } }
var g2 = LCG(s: 42); print((0..<3).map { _ in g2.next() >> 60 })
