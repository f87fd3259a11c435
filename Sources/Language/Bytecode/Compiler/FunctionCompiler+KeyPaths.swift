/// Key paths.
extension FunctionCompiler {
  func emitKeyPath(_ path: KeyPathExpr, into register: Int) throws { throw Trap.unsupported("a key path") }

  func keyPathPlace(_ expression: TypedExpr, _ base: TypedExpr, _ path: TypedExpr) throws -> Place {
    throw Trap.unsupported("a key path")
  }
}
