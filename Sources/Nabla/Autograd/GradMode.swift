/// Whether operations are recorded for backward.
///
/// `noGrad` turns it off for a block.
public var isGradEnabled: Bool { engine.pointee.isGradEnabled }

/// Turns recording on or off until told otherwise, and says what it was.
///
/// Prefer `noGrad { … }`, which restores it.
@discardableResult
public func setGradEnabled(_ isEnabled: Bool) -> Bool {
  let previous = engine.pointee.isGradEnabled
  engine.pointee.isGradEnabled = isEnabled
  return previous
}

/// Runs `body` without recording its operations, and gives back its value.
///
/// No gradient flows through what is computed inside; a parameter may be changed in place: `noGrad { w -= 0.1 * g }`.
@inlinable
public func noGrad<T>(_ body: () throws -> T) rethrows -> T {
  let previous = setGradEnabled(false)
  defer { setGradEnabled(previous) }
  return try body()
}
