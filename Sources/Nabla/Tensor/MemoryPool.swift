#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Blocks of memory kept for reuse, so that a training step in its steady state asks the system for nothing.
///
/// Sizes are rounded up to classes: multiples of 64 bytes to 1 KiB, then four to each doubling. A free block holds the
/// address of the next free one of its class.
package struct MemoryPool {
  private static let classCount = 16 + 4 * 48
  private let heads: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  /// Bytes in use by tensors.
  package private(set) var usedBytes = 0
  /// Bytes kept for reuse.
  package private(set) var cachedBytes = 0
  /// How often the system was asked for memory.
  package private(set) var systemAllocations = 0
  /// Beyond this many bytes freed blocks go back to the system.
  package var cacheLimit = 512 << 20
  /// Beyond this many bytes in use a tensor is refused, before the system ends the process.
  package var useLimit: Int

  package init() {
    heads = .allocate(capacity: MemoryPool.classCount)
    heads.initialize(repeating: nil, count: MemoryPool.classCount)
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let page = sysconf(Int32(_SC_PAGESIZE))
    useLimit = pages > 0 && page > 0 ? pages / 10 * 9 * page : Int.max
  }

  /// The class of a size, and the bytes of its blocks.
  @inline(__always)
  private static func sizeClass(_ byteCount: Int) -> (index: Int, byteCount: Int) {
    if byteCount <= 1024 {
      let index = max((byteCount + 63) >> 6, 1)
      return (index - 1, index << 6)
    }
    let exponent = Int.bitWidth - 1 - (byteCount - 1).leadingZeroBitCount  // ≥ 10
    let quarter = 1 << (exponent - 2)
    let steps = (byteCount - (1 << exponent) + quarter - 1) / quarter  // 1...4
    return (16 + (exponent - 10) * 4 + steps - 1, (1 << exponent) + steps * quarter)
  }

  @inline(__always)
  private static func byteCount(of sizeClass: Int) -> Int {
    if sizeClass < 16 { return (sizeClass + 1) << 6 }
    let (doubling, step) = (sizeClass - 16).quotientAndRemainder(dividingBy: 4)
    return (1 << (doubling + 10)) + (step + 1) * (1 << (doubling + 8))
  }

  /// A block of at least that many bytes.
  @inline(__always)
  package mutating func take(_ byteCount: Int) throws(TensorError) -> (UnsafeMutableRawPointer, Int) {
    guard byteCount <= 1 << 48 else { throw .outOfMemory(bytes: byteCount, used: usedBytes, limit: useLimit) }
    let (index, size) = MemoryPool.sizeClass(byteCount)
    if let head = heads[index] {
      heads[index] = head.load(as: UnsafeMutableRawPointer?.self)
      cachedBytes &-= size
      usedBytes &+= size
      return (head, index)
    }
    return (try allocate(size), index)
  }

  @inline(never)
  private mutating func allocate(_ size: Int) throws(TensorError) -> UnsafeMutableRawPointer {
    if usedBytes + size > useLimit || usedBytes + cachedBytes + size > useLimit { releaseCache() }
    var block: UnsafeMutableRawPointer?
    guard usedBytes + size <= useLimit, posix_memalign(&block, 64, size) == 0, let block else {
      throw .outOfMemory(bytes: size, used: usedBytes, limit: useLimit)
    }
    systemAllocations += 1
    usedBytes += size
    return block
  }

  /// Takes a block back.
  @inline(__always)
  package mutating func give(_ block: UnsafeMutableRawPointer, sizeClass: Int) {
    let size = MemoryPool.byteCount(of: sizeClass)
    usedBytes &-= size
    guard cachedBytes + size <= cacheLimit else { return free(block) }
    block.storeBytes(of: heads[sizeClass], as: UnsafeMutableRawPointer?.self)
    heads[sizeClass] = block
    cachedBytes &+= size
  }

  /// Gives all kept blocks back to the system.
  package mutating func releaseCache() {
    for index in 0..<MemoryPool.classCount {
      while let head = heads[index] {
        heads[index] = head.load(as: UnsafeMutableRawPointer?.self)
        free(head)
      }
    }
    cachedBytes = 0
  }

  /// Ends the pool; the blocks of tensors still alive stay theirs.
  package mutating func destroy() {
    releaseCache()
    heads.deallocate()
  }
}
