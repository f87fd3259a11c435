func scan<T, R>(_ xs: [T], _ initial: R, _ f: (R, T) -> R) -> [R] { xs.reduce(into: [initial]) { $0.append(f($0.last!, $1)) } }
print(scan([1, 2, 3, 4], 0, +), scan(["a", "b"], "", +), scan([3, 1, 4], Int.min, max).dropFirst().map { $0 })
