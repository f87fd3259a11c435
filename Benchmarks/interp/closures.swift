let xs = Array(0..<1_000_000)
let ys = xs.map { $0 * 3 + 1 }
let zs = ys.filter { $0 % 2 == 0 }
var total = 0
for z in zs { total += z }
func adder(_ k: Int) -> (Int) -> Int { { v in v + k } }
let fs = (0..<10).map(adder)
var acc = 0
for i in 0..<200_000 { acc = fs[i % 10](acc) % 1_000_003 }
print(total, acc)
