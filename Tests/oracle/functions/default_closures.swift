func process(_ xs: [Int], transform: (Int) -> Int = { $0 }, filter: (Int) -> Bool = { _ in true }) -> [Int] { xs.filter(filter).map(transform) }
print(process([1, 2, 3]), process([1, 2, 3], transform: { $0 * 2 }), process([1, 2, 3], filter: { $0 > 1 }), process([1, 2, 3]) { $0 - 1 })
