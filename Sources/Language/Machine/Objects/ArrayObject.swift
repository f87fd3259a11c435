/// The buffer of an Array: count, capacity, then the elements in line.
package enum ArrayObject {
  static let headWords = 2

  @inline(__always)
  package static func count(_ object: Object) -> Int { object[2] }

  @inline(__always)
  package static func capacity(_ object: Object) -> Int { object[3] }

  @inline(__always)
  package static func elements(_ object: Object) -> Words { object + 4 }

  /// An array without elements but with room.
  package static func make(_ type: RuntimeType, capacity: Int, stride: Int) -> Object {
    let object = type.table.heap.allocate(type.pointer, words: headWords + capacity * stride)
    object[2] = 0
    object[3] = capacity
    return object
  }

  /// The same with a capacity that a user chose.
  package static func makeChecked(_ type: RuntimeType, capacity: Int, stride: Int) throws(MachineFault) -> Object {
    let (words, overflow) = capacity.multipliedReportingOverflow(by: max(stride, 1))
    if overflow { throw .trap(.memoryLimit(type.table.heap.byteLimit)) }
    if words > Int.max / 16 { throw .trap(.memoryLimit(type.table.heap.byteLimit)) }
    let object = try type.table.heap.allocateChecked(type.pointer, words: headWords + capacity * stride)
    object[2] = 0
    object[3] = capacity
    return object
  }

  /// Makes `slot` the only owner of its buffer, with room for `extra` more elements, and gives the buffer.
  package static func makeUnique(_ slot: Words, _ type: RuntimeType, _ element: Layout, extra: Int = 0)
    throws(MachineFault) -> Object
  {
    guard let old = Object(reference: slot[0]) else {
      let fresh = try makeChecked(type, capacity: max(extra, 4), stride: element.words)
      slot[0] = fresh.reference
      return fresh
    }
    let count = count(old)
    let isUnique = old.isUnique
    let (needed, overflow) = count.addingReportingOverflow(extra)
    if overflow { throw .trap(.memoryLimit(type.table.heap.byteLimit)) }
    if isUnique, needed <= capacity(old) { return old }
    let room = extra == 0 ? count : max(needed, min(count, 1 << 40) * 2, 4)
    let fresh = try makeChecked(type, capacity: room, stride: element.words)
    elements(fresh).update(from: elements(old), count: count * element.words)
    fresh[2] = count
    if isUnique {
      // The elements have moved.
      old[2] = 0
    } else {
      retainElements(fresh, element)
    }
    slot[0] = fresh.reference
    old.release()
    return fresh
  }

  static func retainElements(_ object: Object, _ element: Layout) {
    if element.isTrivial { return }
    let stride = element.words
    var cursor = elements(object)
    if element.isSingleReference {
      for index in 0..<count(object) { retain(cursor[index]) }
    } else {
      for _ in 0..<count(object) {
        element.retain(cursor)
        cursor += stride
      }
    }
  }

  static func destroyElements(_ object: Object, _ element: Layout) {
    if element.isTrivial { return }
    let stride = element.words
    var cursor = elements(object)
    if element.isSingleReference {
      for index in 0..<count(object) { release(cursor[index]) }
    } else {
      for _ in 0..<count(object) {
        element.destroy(cursor)
        cursor += stride
      }
    }
  }
}
