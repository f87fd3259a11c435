import Synchronization

/// What a running program must look up for, as an interrupt from another thread or memory beyond the limit. Loops and
/// calls read one word.
package final class AttentionFlags: Sendable {
  package enum Reason: Int, Sendable {
    case interrupt = 1
    case memory = 2
    /// Another thread wants something done on this one (`Machine.visit`).
    case visit = 4
    /// A deinit was stopped, which cannot throw: the code around it stops instead (`Machine.pendingDeinitFault`).
    case deinitFault = 8
  }

  /// At a fixed address, which translated code reads.
  nonisolated(unsafe) let flags: UnsafeMutablePointer<Atomic<Int>>

  package init() {
    flags = .allocate(capacity: 1)
    flags.initialize(to: Atomic(0))
  }

  deinit {
    flags.deinitialize(count: 1)
    flags.deallocate()
  }

  package func raise(_ reason: Reason) { flags.pointee.bitwiseOr(reason.rawValue, ordering: .relaxed) }

  package func clear(_ reason: Reason) { flags.pointee.bitwiseAnd(~reason.rawValue, ordering: .relaxed) }

  package func isRaised(_ reason: Reason) -> Bool { flags.pointee.load(ordering: .relaxed) & reason.rawValue != 0 }

  @inline(__always)
  package var isAnyRaised: Bool { flags.pointee.load(ordering: .relaxed) != 0 }
}
