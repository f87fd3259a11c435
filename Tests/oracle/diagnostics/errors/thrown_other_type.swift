enum A: Error { case x }
enum B: Error { case y }
func f() throws(A) { throw .x }
func g() throws(B) { try f() }
