enum E: Error { case bad }
func risky() throws -> Int { throw E.bad }
func caller() -> Int {
  return try risky()
}
print(caller())
