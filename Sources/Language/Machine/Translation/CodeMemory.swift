#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Memory that the processor runs code from. No page can be written and run at the same time: while code is added its
/// pages are writable, and nothing in them runs, for it is the running thread that adds.
final class CodeMemory {
  private static let chunkBytes = 1 << 20
  /// A session that has made so much code runs what comes later in the loop.
  private static let byteLimit = 64 << 20
  private static let pageBytes = Int(sysconf(Int32(_SC_PAGESIZE)))

  private var chunks: [(start: UnsafeMutableRawPointer, bytes: Int)] = []
  private var used = 0

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
    let bytes = max(Self.chunkBytes, (count + Self.pageBytes - 1) / Self.pageBytes * Self.pageBytes)
    guard chunks.reduce(bytes, { $0 + $1.bytes }) <= Self.byteLimit else { return false }
    let memory = mmap(nil, bytes, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { return false }
    chunks.append((memory, bytes))
    used = 0
    return true
  }
}
