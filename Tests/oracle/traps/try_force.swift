enum E: Error { case bad }
func f() throws { throw E.bad }
try! f()
