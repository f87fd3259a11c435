#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Memory that the processor runs code from. No page can be written and run at the same time: while code is added its
/// pages are writable, and nothing in them runs, for it is the running thread that adds.
final class CodeMemory {
  private static let chunkBytes = 1 << 20
  private static let pageBytes = Int(sysconf(Int32(_SC_PAGESIZE)))

  private let byteLimit: Int
  private var chunks: [(start: UnsafeMutableRawPointer, bytes: Int)] = []
  private var used = 0

  init(byteLimit: Int) { self.byteLimit = byteLimit }

  deinit { for chunk in chunks { munmap(chunk.start, chunk.bytes) } }

  /// Adds code that does not depend on where it stands; nil where the system has no memory for it or forbids such code.
  func add(_ code: [UInt8]) -> UnsafeRawPointer? {
    if chunks.last.map({ used + code.count > $0.bytes }) ?? true, !grow(for: code.count) { return nil }
    guard let chunk = chunks.last else { return nil }
    let start = chunk.start + used
    let firstPage = chunk.start + used / Self.pageBytes * Self.pageBytes
    let length = start + code.count - firstPage
    guard mprotect(firstPage, length, PROT_READ | PROT_WRITE) == 0 else { return nil }
    code.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { start.copyMemory(from: base, byteCount: bytes.count) }
    }
    guard mprotect(firstPage, length, PROT_READ | PROT_EXEC) == 0 else { return nil }
    used = (used + code.count + 15) & ~15
    return UnsafeRawPointer(start)
  }

  private func grow(for count: Int) -> Bool {
    let room = byteLimit - chunks.reduce(0) { $0 + $1.bytes }
    let bytes = max(min(Self.chunkBytes, room), count).roundedUp(to: Self.pageBytes)
    guard bytes <= room else { return false }
    let memory = mmap(nil, bytes, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { return false }
    chunks.append((memory, bytes))
    used = 0
    return true
  }
}

extension Int {
  fileprivate func roundedUp(to unit: Int) -> Int { (self + unit - 1) / unit * unit }
}
