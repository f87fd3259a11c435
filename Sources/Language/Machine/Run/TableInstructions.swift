/// Look-ups in the tables of dictionaries and sets whose keys compare without running code.
extension Machine {
  /// Writes the value of a key as an optional.
  @inline(never)
  func tableGet(_ table: Word, _ key: Words, into result: Words, _ shape: HashShape) {
    guard let object = Object(reference: table),
      let place = DictionaryObject.place(in: object, key, hash: shape.plainHash(key), shape)
    else { return result.update(repeating: 0, count: shape.value.words + shape.tagWords) }
    if shape.tagWords > 0 { result.pointee = 1 }
    shape.value.copy(place, to: result + shape.tagWords)
  }

  @inline(never)
  func tableContains(_ table: Word, _ key: Words, _ shape: HashShape) -> Bool {
    guard let object = Object(reference: table) else { return false }
    return DictionaryObject.place(in: object, key, hash: shape.plainHash(key), shape) != nil
  }

  /// The address of a key's value in a table made unique; zero without one.
  @inline(never)
  func tableAddress(_ slot: Words, _ key: Words, into result: Words, _ shape: HashShape) -> MachineFault? {
    do {
      let table = try DictionaryObject.uniqueTable(slot, shape)
      let place = DictionaryObject.place(in: table, key, hash: shape.plainHash(key), shape)
      result.pointee = place.map { Int(bitPattern: $0) } ?? 0
      return nil
    } catch { return error }
  }

  /// Adds, replaces or, for nil, removes the value of a key, of one word or none. A value that was there ends last: that
  /// may run code which looks at this table.
  @inline(never)
  func tableSet(
    _ slot: Words, _ key: Words, _ value: Words, _ shape: HashShape, _ pc: Instruction.Code, _ r: Words
  ) -> MachineFault? {
    do {
      if value.pointee == 0 {
        let outer = state.pointee
        state.pointee = State(top: r + Machine.largestFrame, pc: pc, frame: r)
        defer { state.pointee = outer }
        try DictionaryNatives.remove(slot, key, shape)
        return nil
      }
      let table = try DictionaryObject.uniqueTable(slot, shape)
      let hash = shape.plainHash(key)
      let new = value + shape.tagWords
      guard let place = DictionaryObject.place(in: table, key, hash: hash, shape) else {
        let entry = try DictionaryObject.append(table, hash: hash, shape)
        shape.key.copy(key, to: entry)
        shape.value.copy(new, to: entry + shape.key.words)
        return nil
      }
      let old = shape.value.isTrivial ? 0 : place.pointee
      shape.value.copy(new, to: place)
      if let object = Object(reference: old), object.dropsLast() { destroy(object, pc, r) }
      return nil
    } catch { return MachineFault(stopping: error) }
  }
}
