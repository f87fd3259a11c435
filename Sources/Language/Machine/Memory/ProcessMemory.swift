#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The memory of the whole process against that of the machine: some of what cells make is counted by nobody, and the
/// system ends a process that takes too much.
final class ProcessMemory {
  /// Beyond this many bytes cells are stopped.
  private lazy var limit = Self.available / 10 * 9
  private var uncounted = 0
  /// How much may be made between two looks; little where the last one found too much.
  private var step = 64 << 20

  /// Counts what was made; `attention` is drawn where it is too much.
  func noteUncounted(_ bytes: Int, _ attention: AttentionFlags) {
    uncounted &+= bytes
    if uncounted > step {
      uncounted = 0
      if trap() != nil { attention.raise(.memory) }
    }
  }

  /// Why the program must stop, where it must.
  func trap() -> Trap? {
    let used = pages
    let trap: Trap? =
      used.resident > limit ? .processMemory(limit) : used.addresses > addressLimit ? .addressSpace(addressLimit) : nil
    step = trap == nil ? 64 << 20 : 1 << 20
    return trap
  }

  /// Beyond this many bytes of address space (`ulimit -v`) cells are stopped: what is then refused ends the process,
  /// since Swift's own arrays and strings have no other answer.
  private lazy var addressLimit: Int = {
    var limits = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limits) == 0 else { return .max }
    return (Int(exactly: limits.rlim_cur) ?? .max) / 20 * 17
  }()

  /// Bytes in use and of address space; 0 where the system does not say.
  private var pages: (resident: Int, addresses: Int) {
    let size = sysconf(Int32(_SC_PAGESIZE))
    let numbers = Self.text("/proc/self/statm").split(separator: " ").prefix(2).map { (Int($0) ?? 0) * size }
    return numbers.count > 1 ? (numbers[1], numbers[0]) : (0, 0)
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
