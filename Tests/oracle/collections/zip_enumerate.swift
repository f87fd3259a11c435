let xs = ["a", "b", "c"], ys = [1, 2]
for (x, y) in zip(xs, ys) { print(x, y) }
for (i, x) in xs.enumerated().reversed() { print(i, x) }
print(zip(xs, 1...).map { $0 + String($1) }, Dictionary(uniqueKeysWithValues: zip(xs, 0...)).count, xs.indices.map { xs[$0] })
print(Array(xs.enumerated()).count, zip(ys, ys.dropFirst()).map { $1 - $0 }, xs.enumerated().filter { $0.offset > 0 }.map(\.element))
