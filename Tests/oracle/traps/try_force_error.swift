struct Broken: Error { let code: Int }
func f(_ n: Int) throws -> Int { if n > 1 { throw Broken(code: n) }; return n }
print(try! f(1))
print(try! f(2))
