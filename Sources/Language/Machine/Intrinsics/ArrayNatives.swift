enum ArrayNatives {
  nonisolated(unsafe) static let table: [String: Native] = [
    "array.init": Native { call in
      let type = call.signature.result
      call.result.words[0] = ArrayObject.make(type, capacity: 0, stride: element(type).words).reference
    },
    "array.repeating": Native { call in
      let type = call.signature.result
      let count = call.int(1)
      guard count >= 0 else { throw Trap.message("Can't construct Array with count < 0") }
      let layout = element(type)
      let array = try ArrayObject.makeChecked(type, capacity: count, stride: layout.words)
      let source = call.words(0)
      var place = ArrayObject.elements(array)
      if layout.words == 1 {
        place.update(repeating: source[0], count: count)
      } else {
        for _ in 0..<count {
          place.update(from: source, count: layout.words)
          place += layout.words
        }
      }
      array[2] = count
      ArrayObject.retainElements(array, layout)
      call.result.words[0] = array.reference
    },
    "array.capacity": Native { call in call.result.store(ArrayObject.capacity(try buffer(call, 0))) },
    "array.count": Native { call in call.result.store(ArrayObject.count(try buffer(call, 0))) },
    "array.get": Native { call in
      let array = try buffer(call, 0)
      let layout = element(call.argument(0).type)
      layout.copy(ArrayObject.elements(array) + (try index(call.int(1), array)) * layout.words, to: call.result.words)
    },
    "array.set": Native { call in
      let type = call.argument(0).type
      let layout = element(type)
      let number = try index(call.int(1), try buffer(call, 0))
      let array = try ArrayObject.makeUnique(call.words(0), type, layout)
      let place = ArrayObject.elements(array) + number * layout.words
      let old = HeldWords(place, layout)
      layout.copy(call.words(2), to: place)
      old.destroy()
    },
    "array.append": Native { call in
      let type = call.argument(0).type
      let layout = element(type)
      let array = try ArrayObject.makeUnique(call.words(0), type, layout, extra: 1)
      layout.copy(call.words(1), to: ArrayObject.elements(array) + ArrayObject.count(array) * layout.words)
      array[2] += 1
    },
    "array.appendArray": Native { call in
      try replace(call, ArrayObject.count(try buffer(call, 0)), ArrayObject.count(try buffer(call, 0)), call.words(1))
    },
    "array.reserve": Native { call in
      let type = call.argument(0).type
      let count = ArrayObject.count(try buffer(call, 0))
      if call.int(1) > count {
        _ = try ArrayObject.makeUnique(call.words(0), type, element(type), extra: call.int(1) - count)
      }
    },
    "array.insert": Native { call in
      let type = call.argument(0).type
      let layout = element(type)
      let position = call.int(2)
      let count = ArrayObject.count(try buffer(call, 0))
      guard position >= 0, position <= count else { throw Trap.message("Array index is out of range") }
      let array = try ArrayObject.makeUnique(call.words(0), type, layout, extra: 1)
      let place = ArrayObject.elements(array) + position * layout.words
      (place + layout.words).update(from: place, count: (count - position) * layout.words)
      layout.copy(call.words(1), to: place)
      array[2] = count + 1
    },
    "array.remove": Native { call in
      let type = call.argument(0).type
      let layout = element(type)
      let position = try index(call.int(1), try buffer(call, 0))
      let array = try ArrayObject.makeUnique(call.words(0), type, layout)
      let count = ArrayObject.count(array)
      let place = ArrayObject.elements(array) + position * layout.words
      call.result.words.update(from: place, count: layout.words)
      place.update(from: place + layout.words, count: (count - position - 1) * layout.words)
      array[2] = count - 1
    },
    "array.removeLast": Native { call in
      let type = call.argument(0).type
      let layout = element(type)
      guard ArrayObject.count(try buffer(call, 0)) > 0 else {
        throw Trap.message("Can't remove last element from an empty collection")
      }
      let array = try ArrayObject.makeUnique(call.words(0), type, layout)
      let count = ArrayObject.count(array) - 1
      call.result.words.update(from: ArrayObject.elements(array) + count * layout.words, count: layout.words)
      array[2] = count
    },
    "array.replace": Native { call in try replace(call, call.int(1), call.int(2), call.words(3)) },
    "array.swap": Native { call in
      let type = call.argument(0).type
      let layout = element(type)
      let old = try buffer(call, 0)
      let (i, j) = (try index(call.int(1), old), try index(call.int(2), old))
      if i == j { return }
      let array = try ArrayObject.makeUnique(call.words(0), type, layout)
      let (first, second) = (
        ArrayObject.elements(array) + i * layout.words, ArrayObject.elements(array) + j * layout.words
      )
      for word in 0..<layout.words { (first[word], second[word]) = (second[word], first[word]) }
    },
    "array.reverse": Native { call in
      let type = call.argument(0).type
      let layout = element(type)
      let array = try ArrayObject.makeUnique(call.words(0), type, layout)
      let count = ArrayObject.count(array)
      let start = ArrayObject.elements(array)
      for index in 0..<(count / 2) {
        let (first, second) = (start + index * layout.words, start + (count - 1 - index) * layout.words)
        for word in 0..<layout.words { (first[word], second[word]) = (second[word], first[word]) }
      }
    },
    "array.concatenate": Native { call in
      let type = call.signature.result
      let layout = element(type)
      let (left, right) = (try buffer(call, 0), try buffer(call, 1))
      let (a, b) = (ArrayObject.count(left), ArrayObject.count(right))
      let array = try ArrayObject.makeChecked(type, capacity: a + b, stride: layout.words)
      ArrayObject.elements(array).update(from: ArrayObject.elements(left), count: a * layout.words)
      (ArrayObject.elements(array) + a * layout.words).update(from: ArrayObject.elements(right), count: b * layout.words)
      array[2] = a + b
      ArrayObject.retainElements(array, layout)
      call.result.words[0] = array.reference
    },
    "array.slice": Native { call in
      let type = call.signature.result
      let layout = element(type)
      let offset = call.argumentCount - 3
      let source = try buffer(call, offset)
      let (lower, upper) = (call.int(offset + 1), call.int(offset + 2))
      guard lower >= 0, lower <= upper, upper <= ArrayObject.count(source) else {
        throw Trap.message("Array index is out of range")
      }
      let array = try ArrayObject.makeChecked(type, capacity: upper - lower, stride: layout.words)
      ArrayObject.elements(array).update(
        from: ArrayObject.elements(source) + lower * layout.words, count: (upper - lower) * layout.words)
      array[2] = upper - lower
      ArrayObject.retainElements(array, layout)
      call.result.words[0] = array.reference
    },
  ]

  static func element(_ type: RuntimeType) -> Layout { type.element?.layout ?? .word }

  static func buffer(_ call: NativeCall, _ index: Int) throws -> Object {
    guard let object = Object(reference: call.words(index)[0]) else { throw Trap.unexpectedNil }
    return object
  }

  private static func index(_ index: Int, _ array: Object) throws -> Int {
    guard index >= 0, index < ArrayObject.count(array) else { throw Trap.indexOutOfRange(index, count: ArrayObject.count(array)) }
    return index
  }

  /// An array for the elements of a literal.
  static func literal(_ type: RuntimeType, _ count: Int) -> NativeFunction {
    let stride = element(type).words
    return { call in
      call.frame[0] = ArrayObject.make(type, capacity: count, stride: stride).reference
    }
  }

  private static func replace(_ call: NativeCall, _ lower: Int, _ upper: Int, _ source: Words) throws {
    let type = call.argument(0).type
    let layout = element(type)
    let count = ArrayObject.count(try buffer(call, 0))
    guard lower >= 0, lower <= upper, upper <= count else {
      throw Trap.message("Array index is out of range")
    }
    // The new elements may be those of the array itself.
    guard let added = Object(reference: source[0]) else { throw Trap.unexpectedNil }
    added.retain()
    defer { added.release() }
    let extra = ArrayObject.count(added)
    let stride = layout.words
    let array = try ArrayObject.makeUnique(call.words(0), type, layout, extra: max(extra - (upper - lower), 0))
    let start = ArrayObject.elements(array)
    var removed: [Word] = []
    if !layout.isTrivial, upper > lower {
      removed = Array(UnsafeBufferPointer(start: start + lower * stride, count: (upper - lower) * stride))
    }
    (start + (lower + extra) * stride).update(from: start + upper * stride, count: (count - upper) * stride)
    (start + lower * stride).update(from: ArrayObject.elements(added), count: extra * stride)
    if !layout.isTrivial {
      for index in 0..<extra { layout.retain(start + (lower + index) * stride) }
    }
    array[2] = count - (upper - lower) + extra
    removed.withUnsafeMutableBufferPointer { old in
      guard let base = old.baseAddress else { return }
      for index in 0..<(stride == 0 ? 0 : old.count / stride) { layout.destroy(base + index * stride) }
    }
  }
}
