/// What a weak or unowned variable holds: a small object that knows whether its target still lives.
enum WeakCell {
  /// A null cell is nil.
  static let layout = Layout(words: 1, ownership: .reference, hasNonNullFirstWord: false)

  /// A new reference to the one cell of an object.
  static func cell(for target: Object, _ table: TypeTable) -> Object {
    if target[0] & ObjectHeader.hasWeakCell != 0, let known = table.heap.weakCells[target] {
      known.retain()
      return known
    }
    let cell = table.heap.allocate(table.weakCell.pointer, words: 1)
    cell[2] = target.reference
    // One reference for the heap's own list, one for the caller.
    cell.retain()
    table.heap.weakCells[target] = cell
    target[0] |= ObjectHeader.hasWeakCell
    return cell
  }

  /// A new strong reference to the target; zero if it is gone.
  @inline(__always)
  static func load(_ cell: Word) -> Word {
    guard let cell = Object(reference: cell), let target = Object(reference: cell[2]) else { return 0 }
    target.retain()
    return target.reference
  }
}

/// A value of the host behind one counted reference.
package enum NativeObject {
  package static func make(_ value: AnyObject, _ type: RuntimeType) -> Object {
    let object = type.table.heap.allocate(type.pointer, words: 1)
    object[2] = Int(bitPattern: Unmanaged.passRetained(value).toOpaque())
    // About what a node of a graph takes.
    type.table.heap.noteUncounted(512)
    return object
  }

  @inline(__always)
  package static func value(_ object: Object) -> AnyObject {
    Unmanaged<AnyObject>.fromOpaque(UnsafeRawPointer(bitPattern: object[2]).unsafelyUnwrapped).takeUnretainedValue()
  }

  static func destroy(_ object: Object) {
    Unmanaged<AnyObject>.fromOpaque(UnsafeRawPointer(bitPattern: object[2]).unsafelyUnwrapped).release()
  }
}

/// A value of the host that is not a class instance, so that `NativeObject` can hold it.
package final class NativeBox<Value> {
  package var value: Value

  package init(_ value: Value) { self.value = value }
}

/// A function as a value: the entry, then what it captured. Functions without captures have one closure each.
enum ClosureObject {
  @inline(__always)
  static func entry(_ object: Object) -> UnsafeMutablePointer<CodeEntry> {
    UnsafeMutablePointer<CodeEntry>(bitPattern: object[2]).unsafelyUnwrapped
  }

  @inline(__always)
  static func captures(_ object: Object) -> Words { object + 3 }
}
