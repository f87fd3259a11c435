/// The place of a program: a cell and a line.
package struct Site: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// cell << 32 | line; 0 is unknown.
  package var rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  package init(cell: Int, line: Int) {
    rawValue = UInt64(UInt32(truncatingIfNeeded: cell)) << 32 | UInt64(UInt32(truncatingIfNeeded: line))
  }

  package var cell: Int { Int(rawValue >> 32) }
  package var line: Int { Int(rawValue & 0xffff_ffff) }
  package var isKnown: Bool { rawValue != 0 }

  /// The place of the call that runs on this thread; the cell machine sets it before each call.
  package static var current: UInt64 {
    get { engine.pointee.site }
    set { engine.pointee.site = newValue }
  }

  /// Where the machine of this thread may write the place directly.
  package static var pointer: UnsafeMutablePointer<UInt64> {
    // The state never moves while its thread lives.
    withUnsafeMutablePointer(to: &engine.pointee.site) { $0 }
  }

  /// "cell 3, line 7".
  package var description: String { "cell \(cell), line \(line)" }

  /// " (cell 3, line 7)", or nothing when the place is unknown.
  package var parenthesized: String { isKnown ? " (\(self))" : "" }
}
