let point = (x: 3, y: -4)
let (px, py) = point
print(px, py, point.x, point.1)
var pair = (1, 2)
(pair.0, pair.1) = (pair.1, pair.0)
print(pair)
var a = 1, b = 2
(a, b) = (b, a + b)
print(a, b)
let ((p, q), r) = ((1, "two"), 3.0)
print(p, q, r)
let (first, _) = ("kept", "dropped")
print(first)
func minMax(_ xs: [Int]) -> (min: Int, max: Int)? {
  guard let first = xs.first else { return nil }
  return xs.reduce((first, first)) { (Swift.min($0.0, $1), Swift.max($0.1, $1)) }
}
if let (low, high) = minMax([3, 1, 4, 1, 5]) { print(low, high) }
print(minMax([]) as Any)
for (index, (key, value)) in [("a", 1), ("b", 2)].enumerated() { print(index, key, value) }
