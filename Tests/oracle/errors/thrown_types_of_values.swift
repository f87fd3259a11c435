enum ParseError: Error { case bad(String), empty }
let parse: (String) throws(ParseError) -> Int = { s throws(ParseError) in
  if s.isEmpty { throw .empty }
  guard let n = Int(s) else { throw .bad(s) }
  return n
}
do { print(try parse("12")); print(try parse("x")) } catch { switch error { case .bad(let s): print("bad", s); case .empty: print("empty") } }
func apply<E: Error>(_ f: () throws(E) -> Int) throws(E) -> Int { try f() * 2 }
do { print(try apply { () throws(ParseError) in try parse("4") }); _ = try apply { () throws(ParseError) -> Int in throw .empty } } catch { print(error) }
print(apply { 3 })
struct Box<E: Error> { let run: () throws(E) -> Void; func go() -> E? { do { try run(); return nil } catch { return error } } }
let b = Box<ParseError>(run: { () throws(ParseError) in throw .bad("q") })
print(b.go() as Any)
print(type(of: parse))
func mapAll<T, E: Error>(_ xs: [String], _ f: (String) throws(E) -> T) throws(E) -> [T] {
  var out: [T] = []
  for x in xs { out.append(try f(x)) }
  return out
}
do { print(try mapAll(["1", "2"], parse)); print(try mapAll(["1", ""], parse)) } catch { print("caught", error) }
let r = Result { try parse("7") }
print(r)
let never: () throws(Never) -> Int = { 1 }
print(never())
