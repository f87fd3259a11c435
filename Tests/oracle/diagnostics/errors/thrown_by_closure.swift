enum A: Error { case x }
func f(_ g: () throws(A) -> Void) throws(A) { try g() }
try f { throw A.x }
