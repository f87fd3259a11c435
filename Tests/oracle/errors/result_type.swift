enum NetErr: Error { case timeout, code(Int) }
func fetch(_ n: Int) -> Result<String, NetErr> { n == 0 ? .failure(.timeout) : n > 400 ? .failure(.code(n)) : .success("page \(n)") }
for n in [1, 0, 404] { switch fetch(n) { case .success(let s): print(s); case .failure(.timeout): print("timeout"); case .failure(.code(let c)): print("code", c) } }
print(fetch(2).map { $0.count }, (try? fetch(0).get()) as Any, fetch(5).flatMap { s in .success(s + "!") })
do { print(try fetch(3).get(), try fetch(404).get()) } catch { print("caught", error) }
let r: Result<Int, any Error> = Result { try Int.parse("x") }
extension Int { static func parse(_ s: String) throws -> Int { guard let v = Int(s) else { throw NetErr.code(1) }; return v } }
if case .failure(let e) = r { print(e) }
