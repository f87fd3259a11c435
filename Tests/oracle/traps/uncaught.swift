enum E: Error { case bad(Int) }
func f() throws { throw E.bad(3) }
try f()
