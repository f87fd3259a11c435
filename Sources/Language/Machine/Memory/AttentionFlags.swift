package import Synchronization

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

  package let flags = Atomic<Int>(0)

  package init() {}

  package func raise(_ reason: Reason) { flags.bitwiseOr(reason.rawValue, ordering: .relaxed) }

  package func clear(_ reason: Reason) { flags.bitwiseAnd(~reason.rawValue, ordering: .relaxed) }

  package func isRaised(_ reason: Reason) -> Bool { flags.load(ordering: .relaxed) & reason.rawValue != 0 }

  @inline(__always)
  package var isAnyRaised: Bool { flags.load(ordering: .relaxed) != 0 }
}
