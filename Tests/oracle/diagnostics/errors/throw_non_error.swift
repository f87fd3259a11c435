func f() throws { throw "oops" }
