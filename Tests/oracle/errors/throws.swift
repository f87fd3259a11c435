enum BankError: Error, Equatable { case insufficient(needed: Int), closed }
struct Account { var balance = 10; var open = true
  mutating func withdraw(_ n: Int) throws { guard open else { throw BankError.closed }; guard n <= balance else { throw BankError.insufficient(needed: n - balance) }; balance -= n } }
var acc = Account()
do { try acc.withdraw(3); print(acc.balance); try acc.withdraw(100); print("no") } catch BankError.insufficient(let n) { print("need", n) } catch { print("other", error) }
acc.open = false
do { try acc.withdraw(1) } catch let e as BankError { print(e, e == .closed) }
func parse(_ s: String) throws -> Int { guard let n = Int(s) else { throw ParseError(text: s) }; return n }
struct ParseError: Error, CustomStringConvertible { let text: String; var description: String { "bad: \(text)" } }
print((try? parse("12")) ?? 0, (try? parse("x")) as Any, try! parse("7"))
do { print(try parse("1") + parse("q")) } catch { print(error) }
func rethrow(_ f: () throws -> Int) rethrows -> Int { try f() }
print(rethrow { 5 }, (try? rethrow { throw BankError.closed }) as Any)
func cleanup() throws { defer { print("cleanup") }; throw BankError.closed }
do { try cleanup() } catch { print("caught \(error)") }
let r: Result<Int, BankError> = .failure(.closed)
switch r { case .success(let v): print(v); case .failure(let e): print(e) }
print((try? Result<Int, BankError>.success(3).get()) ?? 0, Result { try parse("5") }.map { $0 + 1 })
func mapAll(_ xs: [String]) throws -> [Int] { try xs.map { try parse($0) } }
print(try mapAll(["1", "2"])); do { _ = try mapAll(["1", "b"]) } catch { print("map failed: \(error)") }
class Res { init() throws { throw BankError.closed } }
do { _ = try Res() } catch { print("init failed", error) }
struct F { let v: Int; init?(_ s: String) { guard let n = Int(s) else { return nil }; v = n } }
print(F("3")?.v ?? 0, F("z") == nil)
func typed() throws(BankError) -> Int { throw .closed }
do { _ = try typed() } catch { print(error) }
outer: do { if acc.balance > 0 { break outer }; print("unreached") }
print("done")
