enum A: Error { case one, two(String) }
struct B: Error { let code: Int }
func f(_ n: Int) throws -> Int { switch n { case 0: throw A.one; case 1: throw A.two("x"); case 2: throw B(code: 7); default: return n } }
for i in 0..<4 {
  do {
    do { print("got", try f(i)) } catch A.one { print("one") } catch let e as B { print("B", e.code); throw e }
  } catch A.two(let s) { print("two", s) } catch { print("outer", error) }
}
func g() throws { do { _ = try f(0) } catch { throw B(code: 1) } }
do { try g() } catch let b as B { print(b) }
func h() -> Int { do { return try f(1) } catch { return -1 } }
print(h())
