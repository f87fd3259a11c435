/// What lives as long as the machine: globals, statics, closures without captures.
extension Machine {
  /// The storage of a static property, one for each concrete type.
  func staticStorage(_ variable: Variable, _ type: RuntimeType) -> GlobalStorage {
    let key = StaticKey(variable: ObjectIdentifier(variable), type: type.id)
    if let known = statics[key] { return known }
    let storage = GlobalStorage(type: type, layout: type.layout)
    statics[key] = storage
    keepAlive.append(variable)
    return storage
  }

  /// The one closure object of a function that captures nothing.
  func closureObject(of callee: FunctionInstance) -> Object {
    if let known = callee.closureObject { return known }
    let object = heap.allocate(emptyClosureType.pointer, words: 1)
    object[2] = Int(bitPattern: callee.entry)
    callee.closureObject = object
    return object
  }

  func closureType(of callee: FunctionInstance, _ captures: Layout) -> RuntimeType {
    if let known = callee.closureType { return known }
    let type = types.closure(captures: captures)
    callee.closureType = type
    return type
  }

  /// The value of a global variable, once its declaration has run.
  package func value(of variable: Variable) -> CellValue? {
    guard let storage = globals[ObjectIdentifier(variable)], storage.isInitialized[0] != 0, variable.ownership == .strong
    else { return nil }
    return CellValue(words: storage.words, type: storage.type, machine: self)
  }
}

struct StaticKey: Hashable {
  let variable: ObjectIdentifier
  let type: Int
}
