struct Box<T> { var v: T }
extension Box: Equatable where T: Equatable {}
extension Box: CustomStringConvertible where T: CustomStringConvertible { var description: String { "[\(v.description)]" } }
extension Box where T == Int { var doubled: Int { v * 2 } }
extension Box where T: Collection { var n: Int { v.count } }
print(Box(v: 1) == Box(v: 1), Box(v: 3), Box(v: 4).doubled, Box(v: "abc").n, [Box(v: 1)])
protocol Score { var score: Int { get } }
extension Int: Score { var score: Int { self } }
extension Optional: Score where Wrapped: Score { var score: Int { self?.score ?? 0 } }
extension Array: Score where Element: Score { var score: Int { reduce(0) { $0 + $1.score } } }
print([1, 2, 3].score, [[1], [2]].score, [1, nil].score, Optional(4).score)
