let a: Int? = 5, b: Int? = nil
print(a.map { $0 * 2 } as Any, b.map { $0 * 2 } as Any, a.flatMap { $0 > 3 ? "big" : nil } as Any)
print(a == 5, b == nil, a != nil, a! + 1, [a, b].compactMap { $0 })
print(Int("12").map { $0 + 1 } ?? 0, ["1", "z"].map { Int($0) }.map { $0 ?? -1 })
func half(_ n: Int) -> Int? { n % 2 == 0 ? n / 2 : nil }
print(half(8).flatMap(half).flatMap(half) as Any, half(6).flatMap(half) as Any)
