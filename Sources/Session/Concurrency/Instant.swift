import Glibc

/// A point on the clock that never jumps, in nanoseconds.
package struct Instant: Comparable, Sendable {
  package var nanoseconds: UInt64

  package static var now: Instant {
    var time = Glibc.timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Instant(nanoseconds: UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec))
  }

  /// The processor time that all threads of the process have used.
  package static var processorTime: Instant {
    var time = Glibc.timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Instant(nanoseconds: UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec))
  }

  package func adding(milliseconds: Int) -> Instant {
    Instant(nanoseconds: nanoseconds &+ UInt64(clamping: milliseconds) &* 1_000_000)
  }

  /// Seconds since an earlier instant.
  package func seconds(since earlier: Instant) -> Double {
    (Double(nanoseconds) - Double(earlier.nanoseconds)) / 1e9
  }

  /// Whole milliseconds from now until this instant, rounded up; 0 when it has passed.
  package var millisecondsLeft: Int {
    let now = Instant.now
    return self <= now ? 0 : Int((nanoseconds - now.nanoseconds + 999_999) / 1_000_000)
  }

  package static func < (left: Instant, right: Instant) -> Bool { left.nanoseconds < right.nanoseconds }

  var timespec: Glibc.timespec {
    Glibc.timespec(tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
  }
}
