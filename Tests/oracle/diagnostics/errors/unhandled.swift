func f() throws -> Int { 1 }
func g() {
  let x = try f()
}
