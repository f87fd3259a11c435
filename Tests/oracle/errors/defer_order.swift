enum E: Error { case e }
func f(_ fail: Bool) throws -> String { print("open"); defer { print("close") }; defer { print("flush") }; if fail { throw E.e }; return "ok" }
print((try? f(false)) ?? "nil"); print((try? f(true)) ?? "nil")
func nested() { defer { print("outer") }; for i in 0..<2 { defer { print("d\(i)") }; print("b\(i)") } }
nested()
var log: [Int] = []
func g() -> Int { var x = 1; defer { x = 100; log.append(x) }; return x }
print(g(), log)
