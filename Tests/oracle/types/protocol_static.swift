protocol Zero { static var zero: Self { get }; init(_ n: Int); static func + (a: Self, b: Self) -> Self }
struct N: Zero { let n: Int; init(_ n: Int) { self.n = n }; static var zero: N { N(0) }; static func + (a: N, b: N) -> N { N(a.n + b.n) } }
extension Double: Zero { }
func sum<T: Zero>(_ xs: [T]) -> T { xs.reduce(.zero, +) }
print(sum([N(1), N(2)]).n, sum([1.5, 2]), make(Double.self, 3), make(N.self, 4).n)
func make<T: Zero>(_ t: T.Type, _ n: Int) -> T { T(n) }
protocol Named { static var name: String { get } }
struct Q: Named { static let name = "Q" }; struct R: Named { static let name = "R" }
let types: [any Named.Type] = [Q.self, R.self]
print(types.map { $0.name })
