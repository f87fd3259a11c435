internal import Language

/// How a thunk reads its arguments. `load` is for the types whose values pass by themselves; the other forms are for
/// what only the call's signature knows.
extension NativeCall {
  /// An argument of a protocol's type: the host's object, or an adapter of the cell's value.
  func existential<Wanted>(_ index: Int, as type: Wanted.Type = Wanted.self) throws -> Wanted {
    try Adapters.value(argument(index), as: type)
  }

  func optionalExistential<Wanted>(_ index: Int, as type: Wanted.Type = Wanted.self) throws -> Wanted? {
    guard let value = argument(index).unwrapped else { return nil }
    return try Adapters.value(value, as: type)
  }

  func existentials<Wanted>(_ index: Int, as type: Wanted.Type = Wanted.self) throws -> [Wanted] {
    try argument(index).elements.map { try Adapters.value($0, as: type) }
  }

  /// A tuple of two.
  func pair<A: HostValue, B: HostValue>(_ index: Int) throws -> (A, B) {
    let fields = argument(index).fields
    guard fields.count == 2 else { throw BridgeError.notA(argument(index).type.name, "a pair") }
    return (try A.load(from: fields[0].value), try B.load(from: fields[1].value))
  }

  /// Changes an inout argument, or the `self` of a mutating method, in the caller's variable.
  func update<Value: HostValue>(
    _ index: Int, as type: Value.Type = Value.self, _ body: (inout Value) throws -> Void
  ) throws {
    let place = argument(index)
    var value = try Value.load(from: place)
    try body(&value)
    try place.assign { try value.store(to: $0) }
  }
}

/// Closures of a cell as Swift closures. One that fails returns `Result.fallback`; the error stops the cell when the
/// host function has returned.
extension NativeCall {
  func closure<Result: FallbackValue>(_ index: Int) throws -> () -> Result {
    let function = try CellFunction(argument(index))
    return { guarded { try function() } }
  }

  func closure<A: HostValue, Result: FallbackValue>(_ index: Int) throws -> (A) -> Result {
    let function = try CellFunction(argument(index))
    return { a in guarded { try function(a) } }
  }

  func closure<A: HostValue, B: HostValue, Result: FallbackValue>(_ index: Int) throws -> (A, B) -> Result {
    let function = try CellFunction(argument(index))
    return { a, b in guarded { try function(a, b) } }
  }

  func closure(_ index: Int) throws -> () -> Void {
    let function = try CellFunction(argument(index))
    return { guarded { try function.call([]) { _ in } } ?? () }
  }

  func closure<A: HostValue>(_ index: Int) throws -> (A) -> Void {
    let function = try CellFunction(argument(index))
    return { a in guarded { try function.call([{ try a.store(to: $0) }]) { _ in } } ?? () }
  }
}

private func guarded<Result: FallbackValue>(_ body: () throws -> Result) -> Result {
  guarded(body) ?? Result.fallback
}

private func guarded<Result>(_ body: () throws -> Result) -> Result? {
  // After one error no more code of the cell runs: the host function only finishes its work.
  guard Failures.fromClosure == nil else { return nil }
  do { return try body() } catch {
    Failures.fromClosure = error
    return nil
  }
}
