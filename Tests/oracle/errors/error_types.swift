enum NetError: Error { case offline, status(Int), wrapped(Error) }
struct Details: Error, CustomStringConvertible { let code: Int; var description: String { "Details #\(code)" } }
class Custom: Error { let why: String; init(_ w: String) { why = w } }
func fail(_ n: Int) throws { switch n { case 0: throw NetError.offline; case 1: throw NetError.status(404); case 2: throw Details(code: 7); case 3: throw Custom("c"); case 4: throw NetError.wrapped(Details(code: 1)); default: break } }
for n in 0...5 {
  do { try fail(n); print("fine") }
  catch NetError.status(let code) where code >= 400 { print("status", code) }
  catch NetError.wrapped(let inner) { print("wrapped", inner) }
  catch let e as NetError { print("net", e) }
  catch let d as Details { print(d, d.code) }
  catch is Custom { print("custom") }
  catch { print("other", error) }
}
do { try fail(2) } catch { print("\(error)", error is Details) }
func nested() throws -> String { do { try fail(0) } catch NetError.offline { return "handled" }; return "no" }
print(try nested())
