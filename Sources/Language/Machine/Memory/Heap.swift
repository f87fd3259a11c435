#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The unit of everything the machine holds: registers, fields, elements.
package typealias Word = Int
package typealias Words = UnsafeMutablePointer<Word>

/// A heap object: word 0 counts the references (low half) and says the size class (high half), word 1 points to the
/// type record, the payload begins at word 2.
package typealias Object = UnsafeMutablePointer<Word>

package enum ObjectHeader {
  package static let words = 2
  static let countMask = 0xFFFF_FFFF
  /// Set while a weak or unowned reference to the object exists.
  static let hasWeakCell = 1 << 32
  /// The initialiser has not come to its end: no deinit yet.
  static let isUnfinished = 1 << 33
  static let sizeShift = 40
}

/// The memory of one machine: objects from free lists by size, counted against a limit.
///
/// Single-threaded, as the machine is: counts are plain additions.
package final class Heap {
  private static let largestClass = 40
  private static let chunkBytes = 1 << 16

  private let freeLists: UnsafeMutablePointer<Words?>
  private var chunks: [UnsafeMutableRawPointer] = []
  private var chunkCursor: UnsafeMutableRawPointer
  private var chunkEnd: UnsafeMutableRawPointer
  // The heap is entered again only by its own calls, at places where nothing of it is half done.
  @exclusivity(unchecked) private var pending: [Object] = []
  @exclusivity(unchecked) private var isDraining = false
  /// Weak cells by the object they look at.
  var weakCells: [Object: Object] = [:]

  /// Bytes in use by objects and their buffers.
  package private(set) var bytes: Int {
    @inline(__always) get { bytesInUse.pointee }
    @inline(__always) set { bytesInUse.pointee = newValue }
  }
  let bytesInUse: UnsafeMutablePointer<Int>
  package var byteLimit: Int
  /// The limit of the run under way: a session that is at its limit still has room for a cell that gives memory back.
  private var runLimit: Int
  /// The flags that loops and calls look at; the heap raises one when the limit is passed.
  let attention: AttentionFlags
  /// Small objects that are still made after the system has refused memory, until the next loop or call stops the
  /// program. Untouched, it costs nothing.
  private let reserveStart: UnsafeMutableRawPointer?
  private var isReserveInUse = false
  private static let reserveBytes = 64 << 20
  private let process = ProcessMemory()
  /// Runs the user's deinit of an object whose count reached zero.
  var runDeinitializers: (Object) -> Void = { _ in }

  init(byteLimit: Int, attention: AttentionFlags) {
    self.byteLimit = byteLimit
    runLimit = byteLimit
    self.attention = attention
    bytesInUse = .allocate(capacity: 1)
    bytesInUse.initialize(to: 0)
    freeLists = .allocate(capacity: Heap.largestClass + 1)
    freeLists.initialize(repeating: nil, count: Heap.largestClass + 1)
    chunkCursor = UnsafeMutableRawPointer(freeLists)
    chunkEnd = chunkCursor
    let reserve = mmap(
      nil, Heap.reserveBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    reserveStart = reserve == MAP_FAILED ? nil : reserve
  }

  deinit {
    if let reserveStart { munmap(reserveStart, Heap.reserveBytes) }
    freeLists.deallocate()
    bytesInUse.deallocate()
    for chunk in chunks { free(chunk) }
  }

  // MARK: Objects

  /// A new object with one reference and an uninitialised payload of `words`.
  @inline(__always)
  func allocate(_ type: TypePointer, words: Int) -> Object {
    let size = words + ObjectHeader.words
    let object: Words
    if size <= Heap.largestClass, let first = freeLists[size] {
      object = first
      freeLists[size] = Words(bitPattern: first[0])
      bytes &+= size &* 8
    } else {
      object = allocateSlowly(size)
    }
    object[0] = 1 | (size <= Heap.largestClass ? size : 0) << ObjectHeader.sizeShift
    object[1] = Int(bitPattern: type)
    return object
  }

  /// Where the list of free memory for objects of a size in words begins; nil for sizes that have none.
  func freeList(ofSize size: Int) -> UnsafeMutablePointer<Words?>? {
    size <= Heap.largestClass ? freeLists + size : nil
  }

  @inline(never)
  private func allocateSlowly(_ size: Int) -> Words {
    charge(size * 8)
    if size > Heap.largestClass, let words = allocateLarge(size) { return words }
    let count = size > Heap.largestClass ? size + 1 : size
    if chunkEnd - chunkCursor < count * 8 {
      if count * 8 <= Heap.chunkBytes, !isReserveInUse, let chunk = malloc(Heap.chunkBytes) {
        chunks.append(chunk)
        chunkCursor = chunk
        chunkEnd = chunk + Heap.chunkBytes
        process.noteUncounted(Heap.chunkBytes, attention)
      } else {
        useReserve()
      }
    }
    // Natives that make objects in a loop look at the flag that was raised; nothing else makes so much without a loop.
    precondition(chunkEnd - chunkCursor >= count * 8, "the memory kept for the end is used up")
    defer { chunkCursor += count * 8 }
    let words = chunkCursor.assumingMemoryBound(to: Word.self)
    if size <= Heap.largestClass { return words }
    // Not from `malloc`, and not to be freed: a size of zero says so.
    words[0] = 0
    return words + 1
  }

  /// Memory of its own for a large object, with its size before it; nil where the system has none.
  private func allocateLarge(_ size: Int) -> Words? {
    guard let memory = malloc((size + 1) * 8) else { return nil }
    let words = memory.assumingMemoryBound(to: Word.self)
    words[0] = size
    return words + 1
  }

  private func useReserve() {
    attention.raise(.memory)
    if isReserveInUse { return }
    isReserveInUse = true
    guard let reserveStart else { return }
    chunkCursor = reserveStart
    chunkEnd = reserveStart + Heap.reserveBytes
  }

  /// An object whose size a user chose: an error where it is too large for the limit or the system.
  func allocateChecked(_ type: TypePointer, words: Int) throws(MachineFault) -> Object {
    let size = words + ObjectHeader.words
    if size <= Heap.largestClass { return allocate(type, words: words) }
    try reserve(words: size)
    guard let object = allocateLarge(size) else { throw .trap(.systemMemory(bytes: size * 8)) }
    charge(size * 8)
    object[0] = 1
    object[1] = Int(bitPattern: type)
    return object
  }

  /// Memory beside an object, to be freed with `free`.
  func allocateBuffer(words: Int) throws(MachineFault) -> Words {
    try reserve(words: words)
    guard let memory = malloc(max(words, 1) * 8) else { throw .trap(.systemMemory(bytes: words * 8)) }
    return memory.assumingMemoryBound(to: Word.self)
  }

  private func deallocate(_ object: Object) {
    let size = object[0] >> ObjectHeader.sizeShift
    if size > 0 {
      bytes &-= size &* 8
      object[0] = Int(bitPattern: freeLists[size])
      freeLists[size] = object
    } else if object[-1] > 0 {
      bytes &-= object[-1] &* 8
      free(object - 1)
    }
  }

  /// What is wrong with the lists of free memory: an object that was given back twice, or changed afterwards. For tests.
  func firstFault() -> String? {
    var seen: Set<Words> = []
    for size in 0...Heap.largestClass {
      var next = freeLists[size]
      while let block = next {
        let address = UnsafeMutableRawPointer(block)
        let isOurs = chunks.contains { $0 <= address && address < $0 + Heap.chunkBytes }
        guard isOurs else { return "free list \(size) leads out of the heap" }
        guard seen.insert(block).inserted else { return "free list \(size) has an object twice" }
        next = Words(bitPattern: block[0])
      }
    }
    return nil
  }

  /// Whether an object of so many words may be made; asked before every allocation whose size a user chose.
  package func reserve(words: Int) throws(MachineFault) {
    if words > (runLimit - bytes) / 8 { throw .trap(.memoryLimit(byteLimit)) }
  }

  /// Counts memory that an object holds outside of itself; negative gives it back.
  func charge(_ count: Int) {
    bytes &+= count
    if isOverLimit { attention.raise(.memory) }
    if count > Heap.chunkBytes { process.noteUncounted(count, attention) }
  }

  var isOverLimit: Bool { bytes > runLimit }

  /// Counts what an object holds where the heap cannot see it, such as the base of a substring or the graph behind a
  /// tensor: now and then the memory of the whole process is looked at.
  func noteUncounted(_ count: Int) { process.noteUncounted(count, attention) }

  /// Why the program must stop, where it must.
  func trap() -> Trap? {
    if isReserveInUse { return .systemMemory(bytes: Heap.chunkBytes) }
    if isOverLimit { return .memoryLimit(byteLimit) }
    return process.trap()
  }

  func beginRun() {
    runLimit = max(byteLimit, bytes + byteLimit / 16)
    if isReserveInUse, let chunk = malloc(Heap.chunkBytes) {
      // The system has memory again. What was made of the reserve stays where it is.
      free(chunk)
      isReserveInUse = false
      chunkEnd = chunkCursor
    }
  }

  // MARK: Destruction

  /// Called when the last reference is gone. Objects that this one held follow in the order in which Swift would
  /// destroy them, but from a list and not by recursion: a chain of a million nodes must not overflow the stack.
  @inline(never)
  func destroy(_ object: Object) {
    if destroyLeaf(object) { return }
    pending.append(object)
    if !isDraining { drain(to: pending.count - 1) }
  }

  /// Ends an object that holds no others, which needs no list; false for any other.
  @inline(__always)
  func destroyLeaf(_ object: Object) -> Bool {
    let leaf = object.typePointer.pointee.leaf
    if leaf == .unknown || object[0] & ObjectHeader.hasWeakCell != 0 { return false }
    if leaf == .text { StringObject.destroy(object, self) }
    deallocate(object)
    return true
  }

  private func drain(to base: Int) {
    let outer = isDraining
    isDraining = true
    defer { isDraining = outer }
    while pending.count > base {
      let object = pending.removeLast()
      let type = object.typePointer
      if type.pointee.hasDeinitializer, object[0] & ObjectHeader.isUnfinished == 0 {
        // The code may make and drop objects of its own, whose end must be seen at once.
        isDraining = false
        object[0] = (object[0] & ~ObjectHeader.countMask) | 1
        runDeinitializers(object)
        isDraining = true
      }
      if object[0] & ObjectHeader.hasWeakCell != 0 { clearWeakCell(of: object) }
      let start = pending.count
      type.pointee.owner.takeUnretainedValue().destroyPayload(of: object)
      if pending.count - start > 1 { pending[start...].reverse() }
      deallocate(object)
    }
  }

  private func clearWeakCell(of object: Object) {
    guard let cell = weakCells.removeValue(forKey: object) else { return }
    cell[2] = 0
    cell.release()
  }
}

extension UnsafeMutablePointer where Pointee == Word {
  @inline(__always)
  package init?(reference: Word) { self.init(bitPattern: reference) }

  @inline(__always)
  var typePointer: TypePointer { TypePointer(bitPattern: self[1]).unsafelyUnwrapped }

  @inline(__always)
  package var runtimeType: RuntimeType { typePointer.pointee.owner.takeUnretainedValue() }

  @inline(__always)
  package var payload: Words { self + ObjectHeader.words }

  @inline(__always)
  package var isUnique: Bool { self[0] & ObjectHeader.countMask == 1 }

  @inline(__always)
  package func retain() { self[0] &+= 1 }

  @inline(__always)
  package func release() {
    let count = self[0] &- 1
    self[0] = count
    if count & ObjectHeader.countMask == 0 { typePointer.pointee.heap._withUnsafeGuaranteedRef { $0.destroy(self) } }
  }

  /// Gives up one reference; true if it was the last, and the object is to be destroyed now.
  @inline(__always)
  func dropsLast() -> Bool {
    let count = self[0] &- 1
    self[0] = count
    return count & ObjectHeader.countMask == 0
  }

  var reference: Word { Int(bitPattern: self) }
}

/// Retains what a word refers to; null is nothing.
@inline(__always)
package func retain(_ reference: Word) {
  if let object = Object(reference: reference) { object.retain() }
}

@inline(__always)
package func release(_ reference: Word) {
  if let object = Object(reference: reference) { object.release() }
}
