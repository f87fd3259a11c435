let p = (x: 1, y: 2.5, "z")
print(p, p.x, p.y, p.2)
var q = (1, 2)
q.0 = 5
(q.0, q.1) = (q.1, q.0)
print(q)
let (a, _, c) = p
print(a, c)
print((1, "a") == (1, "a"), (1, 2) < (1, 3))
func minMax(_ v: [Int]) -> (min: Int, max: Int) { (v.min()!, v.max()!) }
let m = minMax([3, 1, 2])
print(m.min, m.max, m)
let nested = ((1, 2), (3, (4, 5)))
print(nested.1.1.0, nested)
