struct S { var n = 0; func go() -> () -> Int { { n + 1 } } }
print(S().go()())
class K { var v = 1; func run() { let c = { v + 1 }; print(c()) } }
