/// Searches every result for NaN and infinity from now on, or no longer.
///
/// An operation that makes one from finite inputs is an error that names it, its cell and line, and the shapes. It
/// costs a pass over each result, so it is off at first.
public func detectAnomaly(_ isEnabled: Bool = true) {
  engine.pointee.isSearchingNonFinite = isEnabled
  engine.pointee.replay.forget()
}
