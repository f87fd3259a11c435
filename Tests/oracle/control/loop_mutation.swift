var xs = [1, 2, 3]
for x in xs { if x == 2 { xs.append(99) } }
print(xs)
for i in xs.indices { xs[i] *= 2 }
for i in stride(from: xs.count - 1, through: 0, by: -1) where xs[i] > 100 { xs.remove(at: i) }
print(xs)
var total = 0
for (i, x) in xs.enumerated() { total += i * x }
print(total)
