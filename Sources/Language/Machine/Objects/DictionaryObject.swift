#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The table of a Dictionary or Set: entries in the order of insertion, found through an index by open addressing, so that
/// iteration has one order in every run. Payload: live count, used entries, entry capacity, index size, entries, index.
///
/// An entry is its hash (negative when removed), the key, the value.
package enum DictionaryObject {
  static let payloadWords = 6
  private static let removed = -1

  @inline(__always) package static func count(_ table: Object) -> Int { table[2] }
  @inline(__always) static func used(_ table: Object) -> Int { table[3] }
  @inline(__always) static func capacity(_ table: Object) -> Int { table[4] }
  @inline(__always) static func indexSize(_ table: Object) -> Int { table[5] }
  @inline(__always) static func entries(_ table: Object) -> Words { Words(bitPattern: table[6]).unsafelyUnwrapped }
  @inline(__always) static func index(_ table: Object) -> UnsafeMutablePointer<Int32> {
    UnsafeMutablePointer<Int32>(bitPattern: table[7]).unsafelyUnwrapped
  }

  @inline(__always)
  static func entry(_ table: Object, _ number: Int, _ stride: Int) -> Words { entries(table) + number * stride }

  package static func make(_ type: RuntimeType) -> Object {
    let table = type.table.heap.allocate(type.pointer, words: payloadWords)
    (table + 2).update(repeating: 0, count: payloadWords)
    return table
  }

  /// The entry at or after `number` that is not removed; nil at the end.
  package static func nextEntry(_ table: Object, from number: Int, _ shape: HashShape) -> Int? {
    var number = max(number, 0)
    while number < used(table) {
      if entry(table, number, shape.stride)[0] >= 0 { return number }
      number += 1
    }
    return nil
  }

  /// The number of the entry with this key, or nil.
  static func find(_ table: Object, _ key: Words, hash: Int, _ shape: HashShape) throws -> Int? {
    if indexSize(table) == 0 { return nil }
    let mask = indexSize(table) - 1
    let index = index(table)
    var position = hash & mask
    while true {
      let number = Int(index[position])
      if number == 0 { return nil }
      let candidate = entry(table, number - 1, shape.stride)
      if candidate[0] == hash, try shape.keysEqual(candidate + 1, key) { return number - 1 }
      position = (position + 1) & mask
    }
  }

  /// The value of a key whose comparisons run no code; nil if it is not there.
  @inline(__always)
  static func place(in table: Object, _ key: Words, hash: Int, _ shape: HashShape) -> Words? {
    if indexSize(table) == 0 { return nil }
    let mask = indexSize(table) - 1
    let index = index(table)
    let stride = shape.stride
    var position = hash & mask
    while true {
      let number = Int(index[position])
      if number == 0 { return nil }
      let candidate = entry(table, number - 1, stride)
      if candidate[0] == hash, shape.plainKeysEqual(candidate + 1, key) { return candidate + 1 + shape.keyWords }
      position = (position + 1) & mask
    }
  }

  /// The same in a variable's own table, which the keys' functions must not change meanwhile.
  static func find(in slot: Words, _ table: Object, _ key: Words, hash: Int, _ shape: HashShape) throws -> Int? {
    guard shape.runsCode else { return try find(table, key, hash: hash, shape) }
    table.retain()
    defer { table.release() }
    let found = try find(table, key, hash: hash, shape)
    guard slot[0] == table.reference else {
      throw Trap.message("a dictionary or set was changed while its keys were compared")
    }
    return found
  }

  /// A new entry for a key that is not there; key and value words are uninitialised. The table is unique.
  static func append(_ table: Object, hash: Int, _ shape: HashShape) throws(MachineFault) -> Words {
    if used(table) == capacity(table) {
      try resize(table, to: max(count(table) * 2, 4), shape)
    }
    let number = used(table)
    let place = entry(table, number, shape.stride)
    place[0] = hash
    link(table, number, hash)
    table[3] = number + 1
    table[2] += 1
    return place + 1
  }

  private static func link(_ table: Object, _ number: Int, _ hash: Int) {
    let mask = indexSize(table) - 1
    let index = index(table)
    var position = hash & mask
    while index[position] != 0 { position = (position + 1) & mask }
    index[position] = Int32(truncatingIfNeeded: number + 1)
  }

  /// Marks an entry as gone; its key and value words belong to the caller.
  static func remove(_ table: Object, entry number: Int, _ shape: HashShape) {
    entry(table, number, shape.stride)[0] = removed
    table[2] -= 1
    if count(table) == 0 {
      index(table).update(repeating: 0, count: indexSize(table))
      table[3] = 0
    }
  }

  static func resize(_ table: Object, to capacity: Int, _ shape: HashShape) throws(MachineFault) {
    let heap = shape.heap
    let room = max(capacity, count(table), 4)
    guard room < 1 << 30 else { throw .trap(.memoryLimit(heap.byteLimit)) }
    var size = 8
    while size * 2 < room * 3 { size *= 2 }
    let (words, overflow) = room.multipliedReportingOverflow(by: shape.stride)
    if overflow || words > Int.max / 16 { throw .trap(.memoryLimit(heap.byteLimit)) }
    // Both in one block, so that there is one answer of the system.
    let fresh = try heap.allocateBuffer(words: words + size / 2)
    let freshIndex = UnsafeMutableRawPointer(fresh + words).assumingMemoryBound(to: Int32.self)
    freshIndex.initialize(repeating: 0, count: size)
    heap.charge((room * shape.stride + size / 2) * 8)
    var kept = 0
    for number in 0..<used(table) {
      let old = entry(table, number, shape.stride)
      if old[0] < 0 { continue }
      (fresh + kept * shape.stride).update(from: old, count: shape.stride)
      kept += 1
    }
    freeBuffers(table, shape.stride, heap)
    table[3] = kept
    table[4] = room
    table[5] = size
    table[6] = Int(bitPattern: fresh)
    table[7] = Int(bitPattern: freshIndex)
    for number in 0..<kept { link(table, number, fresh[number * shape.stride]) }
  }

  private static func freeBuffers(_ table: Object, _ stride: Int, _ heap: Heap) {
    if indexSize(table) == 0 { return }
    heap.charge(-(capacity(table) * stride + indexSize(table) / 2) * 8)
    free(entries(table))
  }

  /// The table in `slot` with no other owner, which it mostly has not.
  @inline(__always)
  static func uniqueTable(_ slot: Words, _ shape: HashShape) throws(MachineFault) -> Object {
    if let table = Object(reference: slot[0]), table.isUnique { return table }
    return try makeUnique(slot, shape.type, shape)
  }

  /// Makes `slot` the only owner of its table.
  static func makeUnique(_ slot: Words, _ type: RuntimeType, _ shape: HashShape) throws(MachineFault) -> Object {
    guard let old = Object(reference: slot[0]) else {
      let fresh = make(type)
      slot[0] = fresh.reference
      return fresh
    }
    if old.isUnique { return old }
    let fresh = make(type)
    if count(old) > 0 {
      fresh[2] = 0
      do throws(MachineFault) { try resize(fresh, to: count(old), shape) } catch {
        fresh.release()
        throw error
      }
      var number = 0
      while let live = nextEntry(old, from: number, shape) {
        let source = entry(old, live, shape.stride)
        let place = try append(fresh, hash: source[0], shape)
        shape.key.copy(source + 1, to: place)
        shape.value.copy(source + 1 + shape.key.words, to: place + shape.key.words)
        number = live + 1
      }
    }
    slot[0] = fresh.reference
    old.release()
    return fresh
  }

  static func destroy(_ table: Object, _ key: Layout, _ value: Layout, _ heap: Heap) {
    let stride = 1 + key.words + value.words
    if !(key.isTrivial && value.isTrivial) {
      for number in 0..<used(table) {
        let entry = entry(table, number, stride)
        if entry[0] < 0 { continue }
        key.destroy(entry + 1)
        value.destroy(entry + 1 + key.words)
      }
    }
    freeBuffers(table, stride, heap)
  }
}

/// How the entries of one kind of table lie, and how its keys compare.
package final class HashShape {
  let key: Layout
  let value: Layout
  // The type may be the one that keeps this shape.
  unowned(unsafe) let keyType: RuntimeType
  /// Of the whole table.
  unowned(unsafe) let type: RuntimeType
  let keyWords: Int
  /// Words before the value in an optional of it.
  let tagWords: Int
  let stride: Int
  unowned(unsafe) let heap: Heap
  private unowned(unsafe) let characters: CharacterTable
  private let comparison: Comparison
  private let equals: (Words, Words) throws -> Bool
  private let hashes: (Words) throws -> Int

  private enum Comparison { case word, character, string, custom }

  init(
    type: RuntimeType, keyType: RuntimeType, value: Layout, heap: Heap, characters: CharacterTable,
    equals: @escaping (Words, Words) throws -> Bool,
    hashes: @escaping (Words) throws -> Int
  ) {
    self.type = type
    self.keyType = keyType
    key = keyType.layout
    keyWords = keyType.layout.words
    tagWords = value.hasNonNullFirstWord ? 0 : 1
    self.value = value
    self.heap = heap
    self.characters = characters
    self.equals = equals
    self.hashes = hashes
    stride = 1 + keyType.layout.words + value.words
    switch keyType.kind {
    case .integer, .bool: comparison = .word
    case .character: comparison = .character
    case .string: comparison = .string
    default: comparison = .custom
    }
  }

  /// Whether comparing keys may call functions of the user.
  var runsCode: Bool { comparison == .custom }

  @inline(__always)
  func keysEqual(_ left: Words, _ right: Words) throws -> Bool {
    switch comparison {
    case .word: left[0] == right[0]
    case .character: characters.equal(left[0], right[0])
    case .string: left[0] == right[0] || StringObject.text(left[0]) == StringObject.text(right[0])
    case .custom: try equals(left, right)
    }
  }

  /// For keys whose comparison runs no code, which are one word.
  @inline(__always)
  func plainKeysEqual(_ left: Words, _ right: Words) -> Bool {
    if left[0] == right[0] { return true }
    if comparison == .character { return characters.equal(left[0], right[0]) }
    guard comparison == .string, let a = Object(reference: left[0]), let b = Object(reference: right[0]) else { return false }
    return StringObject.pointer(a).pointee == StringObject.pointer(b).pointee
  }

  @inline(__always)
  func plainHash(_ key: Words) -> Int {
    if comparison == .character { return characters.hash(key[0]) }
    guard comparison == .string, let text = Object(reference: key[0]) else { return Hashing.mix(key[0]) }
    return StringObject.hash(StringObject.pointer(text).pointee)
  }

  @inline(__always)
  func hash(_ key: Words) throws -> Int {
    switch comparison {
    case .word: Hashing.mix(key[0])
    case .character: characters.hash(key[0])
    case .string: StringObject.hash(StringObject.text(key[0]))
    case .custom: try hashes(key) & Int.max
    }
  }
}
