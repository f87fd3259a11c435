enum E: Error, Equatable { case negative, tooBig }
func root(_ x: Double) -> Result<Double, E> { x < 0 ? .failure(.negative) : .success(x.squareRoot()) }
func small(_ x: Double) -> Result<Double, E> { x > 5 ? .failure(.tooBig) : .success(x) }
for x in [16.0, 100, -1] {
  let r = root(x).flatMap(small).map { "value \($0)" }
  switch r { case .success(let s): print(s); case .failure(let e): print("error", e) }
}
print((try? root(9).get()) as Any, (try? root(-9).get()) as Any, root(4) == .success(2), root(-4) == .failure(.negative))
let caught = Result { () throws -> Int in throw E.tooBig }
if case .failure(let e) = caught { print(e) }
print([1, -1].map { root($0) }.filter { if case .success = $0 { true } else { false } }.count)
