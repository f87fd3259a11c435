enum NetError: Error, Equatable { case down, code(Int) }
enum AppError: Error { case net(NetError), parse(String) }
func fetch(_ n: Int) throws(NetError) -> Int { guard n >= 0 else { throw .code(n) }; return n }
func load(_ s: String) throws(AppError) -> Int {
  guard let n = Int(s) else { throw .parse(s) }
  do { return try fetch(n) } catch { throw .net(error) }
}
for s in ["4", "-1", "x"] {
  do { print(try load(s)) } catch .net(.code(let c)) { print("code", c) } catch .net(let e) { print("net", e) } catch .parse(let p) { print("parse", p) }
}

func mapErr<T, E: Error, F: Error>(_ f: () throws(E) -> T, _ g: (E) -> F) throws(F) -> T { do { return try f() } catch { throw g(error) } }
do { print(try mapErr({ () throws(NetError) in try fetch(-3) }, { AppError.net($0) })) } catch { print(error) }
extension Array { func tryMap<U, E: Error>(_ f: (Element) throws(E) -> U) throws(E) -> [U] { var r: [U] = []; for x in self { r.append(try f(x)) }; return r } }
print([1, 2].tryMap { $0 * 2 })
do { print(try [1, -2].tryMap(fetch)) } catch { print(error == .code(-2)) }
print((try? [1, -2].tryMap(fetch)) as Any)
struct Retry<E: Error> { var n: Int; let op: (Int) throws(E) -> String
  func callAsFunction() throws(E) -> String { for i in 0..<n { do { return try op(i) } catch { print("failed", error) } }; return try op(n) } }
let r = Retry<NetError>(n: 2) { (i) throws(NetError) in if i < 2 { throw .code(i) }; return "ok \(i)" }
do { print(try r()) } catch { print(error) }
let safe = Retry<Never>(n: 1) { _ in "always" }
print(safe())
class Stack<T> { enum Failure: Error { case empty }; var xs: [T] = []; func pop() throws(Failure) -> T { guard let x = xs.popLast() else { throw .empty }; return x } }
let st = Stack<Int>(); do { _ = try st.pop() } catch { print(type(of: error), error) }
func either(_ b: Bool) throws { if b { throw NetError.down } else { throw AppError.parse("q") } }
do { try either(true) } catch let e as NetError { print("N", e) } catch { print("other", error) }
do { try either(false) } catch is NetError { print("N") } catch { print("other", error) }
let res: Result<Int, NetError> = .failure(.code(9))
do { print(try res.get()) } catch { print(error == .code(9)) }
