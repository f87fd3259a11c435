func sieve(_ n: Int) -> [Int] { var c = [Bool](repeating: true, count: n + 1); var r: [Int] = []; for i in 2...n where c[i] { r.append(i); var j = i * i; while j <= n { c[j] = false; j += i } }; return r }
print(sieve(50))
func quicksort<T: Comparable>(_ a: [T]) -> [T] { guard a.count > 1 else { return a }; let p = a[a.count / 2]; return quicksort(a.filter { $0 < p }) + a.filter { $0 == p } + quicksort(a.filter { $0 > p }) }
print(quicksort([3, 6, 1, 8, 2, 9, 2]), quicksort(["pear", "fig", "apple"]))
func queens(_ n: Int) -> Int { var count = 0; var cols = Set<Int>(), d1 = Set<Int>(), d2 = Set<Int>()
  func place(_ r: Int) { if r == n { count += 1; return }; for c in 0..<n where !cols.contains(c) && !d1.contains(r + c) && !d2.contains(r - c) { cols.insert(c); d1.insert(r + c); d2.insert(r - c); place(r + 1); cols.remove(c); d1.remove(r + c); d2.remove(r - c) } }
  place(0); return count }
print(queens(6), queens(8))
struct Body { var p: SIMD; var v: SIMD; let m: Double }
struct SIMD { var x, y, z: Double; static func - (a: SIMD, b: SIMD) -> SIMD { SIMD(x: a.x - b.x, y: a.y - b.y, z: a.z - b.z) }; var sq: Double { x * x + y * y + z * z } }
var bodies = [Body(p: SIMD(x: 0, y: 0, z: 0), v: SIMD(x: 0, y: 0, z: 0), m: 10), Body(p: SIMD(x: 1, y: 0, z: 0), v: SIMD(x: 0, y: 1, z: 0), m: 1), Body(p: SIMD(x: 0, y: 2, z: 0), v: SIMD(x: -1, y: 0, z: 0.5), m: 2)]
func advance(_ dt: Double) { for i in 0..<bodies.count { for j in (i + 1)..<bodies.count { let d = bodies[i].p - bodies[j].p; let mag = dt / (d.sq * d.sq.squareRoot())
  bodies[i].v.x -= d.x * bodies[j].m * mag; bodies[i].v.y -= d.y * bodies[j].m * mag; bodies[i].v.z -= d.z * bodies[j].m * mag
  bodies[j].v.x += d.x * bodies[i].m * mag; bodies[j].v.y += d.y * bodies[i].m * mag; bodies[j].v.z += d.z * bodies[i].m * mag } }
  for i in bodies.indices { bodies[i].p.x += dt * bodies[i].v.x; bodies[i].p.y += dt * bodies[i].v.y; bodies[i].p.z += dt * bodies[i].v.z } }
for _ in 0..<100 { advance(0.001) }
print(bodies[1].p.x, bodies[2].v.z)
func lcs(_ a: String, _ b: String) -> String { let a = Array(a), b = Array(b); var t = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 1...a.count { for j in 1...b.count { t[i][j] = a[i - 1] == b[j - 1] ? t[i - 1][j - 1] + 1 : max(t[i - 1][j], t[i][j - 1]) } }
  var i = a.count, j = b.count, r: [Character] = []; while i > 0 && j > 0 { if a[i - 1] == b[j - 1] { r.append(a[i - 1]); i -= 1; j -= 1 } else if t[i - 1][j] >= t[i][j - 1] { i -= 1 } else { j -= 1 } }
  return String(r.reversed()) }
print(lcs("AGGTAB", "GXTXAYB"))
func collatz(_ n: Int) -> Int { var n = n, s = 0; while n != 1 { n = n % 2 == 0 ? n / 2 : 3 * n + 1; s += 1 }; return s }
print((1...30).map(collatz).max()!)
var memo: [Int: Int] = [:]
func fib(_ n: Int) -> Int { if n < 2 { return n }; if let v = memo[n] { return v }; let v = fib(n - 1) + fib(n - 2); memo[n] = v; return v }
print(fib(80))
let text = "the cat the dog a cat the end"
let freq = text.split(separator: " ").reduce(into: [String: Int]()) { $0[String($1), default: 0] += 1 }
for (w, c) in freq.sorted(by: { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }) { print(w.padding(5), String(repeating: "#", count: c)) }
extension String { func padding(_ n: Int) -> String { self + String(repeating: " ", count: max(0, n - count)) } }
var graph: [String: [String]] = ["a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []]
func bfs(_ s: String) -> [String] { var q = [s], seen: Set = [s], out: [String] = []; while !q.isEmpty { let n = q.removeFirst(); out.append(n); for m in graph[n]! where !seen.contains(m) { seen.insert(m); q.append(m) } }; return out }
print(bfs("a"))
