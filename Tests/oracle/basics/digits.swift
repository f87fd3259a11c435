let n = 90210
print(String(n).map { $0.wholeNumberValue! }, String(n).compactMap(\.wholeNumberValue).reduce(0, +), String(String(n).reversed()))
var m = n, sum = 0
while m > 0 { sum += m % 10; m /= 10 }
print(sum, (1...999).filter { n in let d = String(n).map { $0.wholeNumberValue! }; return d.map { x in (0..<d.count).reduce(1) { p, _ in p * x } }.reduce(0, +) == n })
