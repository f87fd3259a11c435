enum E: Error { case a }
func f() throws {}
func g() {
  do { try f() } catch E.a { print("a") }
}
