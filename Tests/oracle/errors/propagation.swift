enum E: Error { case deep }
func a(_ n: Int) throws -> Int { defer { print("leave a") }; return try b(n) + 1 }
func b(_ n: Int) throws -> Int { defer { print("leave b") }; if n < 0 { throw E.deep }; return n * 2 }
print(try a(5))
do { print(try a(-1)) } catch { print("caught", error) }
func recover(_ n: Int) -> Int { do { return try a(n) } catch { return 0 } }
print(recover(-3), recover(1))
