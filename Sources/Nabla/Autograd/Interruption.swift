internal import CKernels

/// The wish of a user that what runs should stop. Kernels look at it between blocks, the engine at each operation.
package enum Interruption {
  /// Whether the user asked to stop. Safe from any thread and from a signal handler.
  package static var isRequested: Bool {
    get { nk_interrupted() != 0 }
    set { nk_interrupt(newValue ? 1 : 0) }
  }

  @inline(__always)
  package static func check() throws(TensorError) {
    if nk_interrupted() != 0 { throw .interrupted }
  }
}
