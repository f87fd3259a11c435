func double(_ x: inout Int) { x *= 2 }
func swapEnds<T>(_ xs: inout [T]) { guard xs.count > 1 else { return }; xs.swapAt(0, xs.count - 1) }
var n = 21
double(&n)
print(n)
var xs = [1, 2, 3]
double(&xs[1])
swapEnds(&xs)
print(xs)
struct Box { var value = 1; var computed: Int { get { value * 10 } set { value = newValue / 10 } } }
var box = Box()
double(&box.value)
double(&box.computed)
print(box.value, box.computed)
var dict = ["a": 5]
double(&dict["a"]!)
double(&dict["b", default: 7])
print(dict["a"]!, dict["b"]!)
var pair = (1, 2)
double(&pair.1)
print(pair)
func modify(_ f: (inout Int) -> Void, _ x: inout Int) { f(&x) }
modify({ $0 += 100 }, &n)
print(n)
