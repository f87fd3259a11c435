struct Point { var x = 0.0, y: Double = 0
  var length: Double { (x * x + y * y).squareRoot() }
  static let origin = Point()
  static var count = 0
  mutating func move(dx: Double, dy: Double) { x += dx; y += dy }
  func moved(dx: Double) -> Point { var c = self; c.x += dx; return c }
  init() {}
  init(x: Double, y: Double) { self.x = x; self.y = y; Point.count += 1 }
}
var p = Point(x: 3, y: 4)
let q = p
p.move(dx: 1, dy: 1)
print(p, q, q.length, Point.origin, Point.count, p.moved(dx: 10).x)
struct Rect { var origin: Point; var size: (w: Double, h: Double)
  var area: Double { get { size.w * size.h } set { size.w = newValue / size.h } } }
var r = Rect(origin: Point(), size: (2, 3))
r.area = 12; r.origin.x = 5
print(r.size.w, r.area, r.origin)
struct Celsius { var degrees: Double
  var fahrenheit: Double { get { degrees * 9 / 5 + 32 } set { degrees = (newValue - 32) * 5 / 9 } } }
var c = Celsius(degrees: 100)
print(c.fahrenheit); c.fahrenheit = 32; print(c)
struct Matrix { let rows: Int, cols: Int; var grid: [Double]
  init(_ r: Int, _ c: Int) { rows = r; cols = c; grid = Array(repeating: 0, count: r * c) }
  subscript(i: Int, j: Int) -> Double { get { grid[i * cols + j] } set { grid[i * cols + j] = newValue } } }
var m = Matrix(2, 2)
m[0, 1] = 5; m[1, 0] += 2
print(m.grid, m[0, 1])
struct Nested { struct Inner { var v = 1 }; var inner = Inner(); var list: [Inner] = [Inner(), Inner(v: 2)] }
var n = Nested(); n.inner.v = 9; n.list[1].v += 5
print(n)
struct Callable { var k: Int; func callAsFunction(_ x: Int) -> Int { x * k } }
print(Callable(k: 3)(4))
struct Lazy { lazy var v: Int = { print("computed"); return 42 }() }
var l = Lazy(); print(l.v, l.v)
