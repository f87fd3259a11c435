var evens: [Int] = []
for n in 1... { if n > 12 { break }; guard n % 2 == 0 else { continue }; evens.append(n) }
print(evens)
var count = 0
rows: for r in 0..<4 { for c in 0..<4 { if c > r { continue rows }; if r == 3 { break rows }; count += 1 } }
print(count)
