internal import CKernels

/// The memory behind a tensor and its views.
package final class Storage {
  /// Aligned to 64 bytes.
  package let pointer: UnsafeMutableRawPointer
  package let sizeClass: Int
  /// Counts the changes in place, so that backward can tell whether a value it needs is still the one it saw.
  @exclusivity(unchecked) package var version: UInt32 = 0
  /// Counts the views that were made of it.
  @exclusivity(unchecked) package var sharers: UInt32 = 0
  /// Who changed it last, and where.
  @exclusivity(unchecked) package var lastWrite = Write(operation: "", site: 0)

  /// A change in place.
  package struct Write {
    package var operation: StaticString
    package var site: UInt64
  }

  @inline(__always)
  package init(byteCount: Int) throws(TensorError) {
    do throws(TensorError) {
      (pointer, sizeClass) = try engine.pointee.pool.take(byteCount)
    } catch {
      // Plans hold the memory of a step for the next one.
      guard engine.pointee.replay.holdsMemory else { throw error }
      engine.pointee.replay.forget()
      (pointer, sizeClass) = try engine.pointee.pool.take(byteCount)
    }
  }

  /// Memory for the life of the program; it must never be released.
  package init(permanentByteCount byteCount: Int) {
    pointer = .allocate(byteCount: byteCount, alignment: 64)
    sizeClass = 0
  }

  deinit { engine.pointee.pool.give(pointer, sizeClass: sizeClass) }

  /// Notes a change in place.
  package func noteWrite(_ operation: StaticString) {
    version &+= 1
    engine.pointee.writes &+= 1
    lastWrite = Write(operation: operation, site: engine.pointee.site)
  }
}
