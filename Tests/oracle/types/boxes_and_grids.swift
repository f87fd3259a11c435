// subscripts, dynamicMemberLookup, callAsFunction, variadics, inout, tuples
@dynamicMemberLookup struct Box<T> { var value: T
  subscript<V>(dynamicMember path: WritableKeyPath<T, V>) -> V { get { value[keyPath: path] } set { value[keyPath: path] = newValue } } }
struct P { var x = 0, y = 0; var sum: Int { x + y } }
var b = Box(value: P(x: 1, y: 2))
b.x += 10
print(b.x, b.y, b.value.sum)
struct Poly { var c: [Double]
  init(_ c: Double...) { self.c = c }
  func callAsFunction(_ x: Double) -> Double { c.reversed().reduce(0) { $0 * x + $1 } }
  func callAsFunction(_ xs: [Double]) -> [Double] { xs.map { self($0) } } }
let p = Poly(1, 0, 2)
print(p(3), p([0, 1, 2]))
func minMax<T: Comparable>(_ xs: T...) -> (min: T, max: T)? { guard var lo = xs.first else { return nil }; var hi = lo
  for x in xs.dropFirst() { (lo, hi) = (min(lo, x), max(hi, x)) }; return (lo, hi) }
if let (lo, hi) = minMax(3, 1, 2) { print(lo, hi) }
print(minMax("b", "a")!, minMax() as (min: Int, max: Int)? as Any)
func swapAll(_ a: inout [Int], _ b: inout [Int]) { (a, b) = (b, a); a.append(b.count) }
var u = [1, 2], v = [3]
swapAll(&u, &v)
print(u, v)
func counter(_ n: inout Int) -> Int { n += 1; return n }
var k = 5
print(counter(&k) + counter(&k), k)
struct Grid { private var cells: [Int]; let w: Int
  init(w: Int, h: Int) { self.w = w; cells = Array(repeating: 0, count: w * h) }
  subscript(x: Int, y: Int, default d: @autoclosure () -> Int = -1) -> Int { get { cells.indices.contains(y * w + x) ? cells[y * w + x] : d() } set { cells[y * w + x] = newValue } }
  static subscript(_ name: String) -> Int { name.count } }
var g = Grid(w: 2, h: 2)
g[1, 1] = 7
g[0, 0] += 3
print(g[1, 1], g[0, 0], g[5, 5], g[5, 5, default: 99], Grid["abc"])
let t: (Int, (String, Bool)) = (1, ("x", true))
let (n, (str, flag)) = t
print(n, str, flag, t.1.0)
