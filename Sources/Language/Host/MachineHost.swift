/// What a running program can do to the outside.
package protocol MachineHost: AnyObject {
  func write(_ text: String, toStandardError: Bool)
  /// One line without its line break; nil at the end of the input.
  func readLine(prompt: String, password: Bool) throws -> String?
  /// 64 random bits of the system's generator (`Int.random` without a generator).
  func randomBits() -> UInt64
  /// Seconds since an arbitrary moment, never going back.
  func now() -> Double
  /// Waits; comes back early where an interrupt is asked for.
  func sleep(seconds: Double, attention: AttentionFlags)
}

/// A host that answers from itself: collects what is written. For tests and tools.
package final class RecordingHost: MachineHost {
  package var output = ""
  package var errors = ""
  package var input: [String] = []
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  package init() {}

  package func write(_ text: String, toStandardError: Bool) {
    if toStandardError { errors += text } else { output += text }
  }

  package func readLine(prompt: String, password: Bool) throws -> String? {
    input.isEmpty ? nil : input.removeFirst()
  }

  package func randomBits() -> UInt64 {
    // SplitMix64, so that a test sees the same numbers each time.
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  package func now() -> Double { 0 }

  package func sleep(seconds: Double, attention: AttentionFlags) {}
}
