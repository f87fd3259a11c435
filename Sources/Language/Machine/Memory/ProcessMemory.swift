#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The memory of the whole process against that of the machine: some of what cells make is counted by nobody, and the
/// system ends a process that takes too much.
final class ProcessMemory {
  /// Beyond this many bytes cells are stopped.
  private(set) lazy var limit = Self.available / 10 * 9
  private var uncounted = 0
  /// How much may be made between two looks.
  private static let step = 64 << 20

  func noteUncounted(_ bytes: Int, _ attention: AttentionFlags) {
    uncounted &+= bytes
    if uncounted > Self.step {
      uncounted = 0
      if resident > limit { attention.raise(.memory) }
    }
  }

  var isOverLimit: Bool { resident > limit }

  /// Bytes in use; 0 where the system does not say.
  private var resident: Int {
    let numbers = Self.text("/proc/self/statm").split(separator: " ")
    return numbers.count > 1 ? (Int(numbers[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
  }

  /// What the machine has, or the container that the process is in.
  private static var available: Int {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let machine = pages > 0 ? pages * sysconf(Int32(_SC_PAGESIZE)) : Int.max
    // "max" where there is no limit.
    let group = Int(text("/sys/fs/cgroup/memory.max").prefix { $0.isNumber }) ?? Int.max
    return min(machine, group)
  }

  private static func text(_ path: String) -> String {
    let file = open(path, O_RDONLY)
    if file < 0 { return "" }
    defer { close(file) }
    return withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
      let count = read(file, buffer.baseAddress, buffer.count)
      return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    }
  }
}
