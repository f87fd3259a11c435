internal import CKernels

/// The wish of a user that what runs should stop. Kernels look at it between blocks, the engine at each operation, on the
/// threads that hear it: each session has its own, and a program that is no session hears none.
package final class Interruption: @unchecked Sendable {
  private let wish: OpaquePointer?

  package init() { wish = nk_wish_make() }

  deinit { nk_wish_free(wish) }

  /// Whether the user asked to stop. Safe from any thread and from a signal handler.
  package var isRequested: Bool {
    get { nk_wish_is_raised(wish) != 0 }
    set { nk_wish_raise(wish, newValue ? 1 : 0) }
  }

  /// Runs `body` on this thread, which hears this wish meanwhile.
  package func heard<Result, Fault>(by body: () throws(Fault) -> Result) throws(Fault) -> Result {
    let outer = nk_hear(wish)
    defer { _ = nk_hear(outer) }
    return try body()
  }

  /// Whether what this thread runs is to stop.
  @inline(__always)
  package static var isHeard: Bool { nk_interrupted() != 0 }

  @inline(__always)
  package static func check() throws(TensorError) {
    if isHeard { throw .interrupted }
  }
}
