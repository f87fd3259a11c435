enum E: Error { case bad(Int) }
func each(_ xs: [Int], _ f: (Int) throws -> Int) rethrows -> [Int] { var out: [Int] = []; for x in xs { out.append(try f(x)) }; return out }
print(each([1, 2]) { $0 * 2 })
do { print(try each([1, 2, 3]) { if $0 == 2 { throw E.bad($0) }; return $0 }) } catch E.bad(let n) { print("bad", n) }
do { _ = try [1, 2].map { (x: Int) throws -> Int in if x > 1 { throw E.bad(x) }; return x } } catch { print("map", error) }
print((try? ["1", "x"].map { s -> Int in guard let n = Int(s) else { throw E.bad(0) }; return n }) as Any)
func retry<T>(_ n: Int, _ f: (Int) throws -> T) throws -> T {
  var last: Error = E.bad(-1)
  for i in 0..<n { do { return try f(i) } catch { last = error } }
  throw last
}
print(try retry(3) { if $0 < 2 { throw E.bad($0) }; return "ok at \($0)" })
do { let _: Int = try retry(2) { throw E.bad($0) } } catch { print(error) }
let x = try? each([1]) { _ in throw E.bad(5) }
print(x as Any)
