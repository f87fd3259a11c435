internal import Language

/// How a thunk gives its result. Each form first looks whether the call failed.
extension NativeCall {
  @inline(__always)
  func finish() throws { try Failures.raiseIfFailed() }

  /// After a call that gives nothing.
  @inline(__always)
  func finish(_ nothing: Void) throws { try Failures.raiseIfFailed() }

  @inline(__always)
  func finish<Value: HostValue>(_ value: Value) throws {
    try Failures.raiseIfFailed()
    try value.store(to: result)
  }

  /// A tuple of two.
  func finishTuple<A: HostValue, B: HostValue>(_ first: A, _ second: B) throws {
    try Failures.raiseIfFailed()
    try store((first, second), to: result)
  }

  /// A tuple of two, or nil.
  func finishOptionalTuple<A: HostValue, B: HostValue>(_ pair: (A, B)?) throws {
    try Failures.raiseIfFailed()
    guard let pair else { return result.storeNil() }
    try store(pair, to: result.storeSome())
  }

  func finishPairs<A: HostValue, B: HostValue>(_ values: [(A, B)]) throws {
    try Failures.raiseIfFailed()
    try result.storeArray(count: values.count) { index, place in try store(values[index], to: place) }
  }

  func finishExistential<Value>(_ value: Value) throws {
    try Failures.raiseIfFailed()
    try Adapters.store(value, to: result)
  }

  func finishExistentials<Value>(_ values: [Value]) throws {
    try Failures.raiseIfFailed()
    try result.storeArray(count: values.count) { index, place in try Adapters.store(values[index], to: place) }
  }
}

/// Stores a pair into the two fields of a tuple's words.
private func store<A: HostValue, B: HostValue>(_ pair: (A, B), to place: CellValue) throws {
  let fields = place.fields
  guard fields.count == 2 else { throw BridgeError.notA("a pair", place.type.name) }
  try pair.0.store(to: fields[0].value)
  try pair.1.store(to: fields[1].value)
}
