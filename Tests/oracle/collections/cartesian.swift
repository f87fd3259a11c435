let ranks = ["A", "K"], suits = ["s", "h", "d"]
print(ranks.flatMap { r in suits.map { r + $0 } })
var pairs: [(Int, Int)] = []
for i in 1...3 { for j in i...3 { pairs.append((i, j)) } }
print(pairs.map { "\($0.0)\($0.1)" }, pairs.filter { $0.0 + $0.1 == 4 }.count)
