struct E: Error {}
func f() { throw E() }
