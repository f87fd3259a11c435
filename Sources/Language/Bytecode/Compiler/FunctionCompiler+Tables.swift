/// Dictionaries and sets whose keys are words or strings: look-ups are instructions.
extension FunctionCompiler {
  func emitTable(_ name: String, _ arguments: [TypedArgument], into register: Int) throws -> Bool {
    guard let table = value(arguments, 0), let key = value(arguments, 1), let shape = plainShape(type(table.type)) else {
      return false
    }
    let range = builder.range
    switch name {
    case "dictionary.get", "set.contains":
      try scoped {
        let whole = try operandRegister(table, before: [key])
        let sought = try operandRegister(key)
        builder.range = range
        builder.emit(
          name == "set.contains" ? .tableContains : .tableGet, a: register, b: whole, c: sought,
          word: builder.pointer(shape))
      }
    case "dictionary.set":
      guard case .inoutArgument? = arguments.first, let new = value(arguments, 2),
        shape.value.isTrivial || shape.value.isSingleReference
      else { return false }
      try scoped {
        let prepared = TreeWalk.mayRunCode(table) ? try prepare(table) : table
        let sought = try operandRegister(key, before: [new])
        let held = try operandRegister(new)
        let address = try beginAccess(try accessedPlace(prepared, forCall: false))
        builder.range = range
        builder.emit(.tableSet, a: address, b: sought, c: held, word: builder.pointer(shape))
      }
    default: return false
    }
    return true
  }

  /// The address of the value of a key in a dictionary at an address, or zero.
  func emitTableAddress(_ dictionary: RuntimeType, _ slot: Int, _ keyType: RuntimeType, _ key: Int, into register: Int) throws {
    if let shape = plainShape(dictionary) {
      builder.emit(.tableAddress, a: register, b: slot, c: key, word: builder.pointer(shape))
    } else {
      try emitNative(
        "dictionary.address", DictionaryNatives.address, [(dictionary, true, slot), (keyType, false, key)],
        machine.knownTypes.int, into: register)
    }
  }

  private func plainShape(_ type: RuntimeType) -> HashShape? {
    switch type.kind {
    case .dictionary, .set: break
    default: return nil
    }
    let shape = machine.hashShape(type)
    return shape.runsCode ? nil : shape
  }
}
