enum DictionaryNatives {
  nonisolated(unsafe) static let table: [String: Native] = [
    "dictionary.init": Native(empty),
    "dictionary.count": Native { call in call.result.store(try table(call).map(DictionaryObject.count) ?? 0) },
    "dictionary.get": Native { call in
      guard let (entry, shape) = try find(call) else { return call.result.storeNil() }
      let place = call.result.storeSome()
      shape.value.copy(entry + 1 + shape.key.words, to: place.words)
    },
    "dictionary.set": Native { call in
      // self, key, then the optional value, in whichever order the accessor declares them.
      let dictionary = call.argument(0)
      guard let value = call.argument(2).unwrapped else { return _ = try remove(call) }
      try call.machine.dictionaryInsert(dictionary.words, dictionary.type, key: call.words(1), value: value.words)
    },
    "dictionary.find": Native { call in
      let dictionary = call.argument(0)
      let shape = call.machine.hashShape(dictionary.type)
      guard let object = try table(call),
        let number = try DictionaryObject.find(object, call.words(1), hash: try shape.hash(call.words(1)), shape)
      else { return call.result.store(-1) }
      call.result.store(number)
    },
    "dictionary.next": Native(next),
    "dictionary.key": Native { call in
      let (entry, shape) = try entry(of: call)
      shape.key.copy(entry + 1, to: call.result.words)
    },
    "dictionary.value": Native { call in
      let (entry, shape) = try entry(of: call)
      shape.value.copy(entry + 1 + shape.key.words, to: call.result.words)
    },
  ]

  nonisolated(unsafe) static let empty: NativeFunction = { call in
    call.frame[0] = DictionaryObject.make(call.signature.result).reference
  }

  /// The next entry after a slot, or −1.
  nonisolated(unsafe) static let next: NativeFunction = { call in
    let shape = call.machine.hashShape(call.argument(0).type)
    guard let object = try table(call), let live = DictionaryObject.nextEntry(object, from: call.int(1) &+ 1, shape) else {
      return call.result.store(-1)
    }
    call.result.store(live)
  }

  static func table(_ call: NativeCall) throws -> Object? { Object(reference: call.words(0)[0]) }

  static func find(_ call: NativeCall) throws -> (Words, HashShape)? {
    let shape = call.machine.hashShape(call.argument(0).type)
    guard let object = try table(call), DictionaryObject.count(object) > 0 else { return nil }
    let key = call.words(1)
    guard let number = try DictionaryObject.find(object, key, hash: try shape.hash(key), shape) else { return nil }
    return (DictionaryObject.entry(object, number, shape.stride), shape)
  }

  static func entry(of call: NativeCall) throws -> (Words, HashShape) {
    let shape = call.machine.hashShape(call.argument(0).type)
    guard let object = try table(call), call.int(1) >= 0, call.int(1) < DictionaryObject.used(object) else {
      throw Trap.message("Attempting to access Dictionary elements using an invalid Index")
    }
    let entry = DictionaryObject.entry(object, call.int(1), shape.stride)
    guard entry[0] >= 0 else {
      throw Trap.message("Attempting to access Dictionary elements using an invalid Index")
    }
    return (entry, shape)
  }

  /// Removes the key's entry; says whether it was there.
  @discardableResult
  static func remove(_ call: NativeCall) throws -> Bool {
    let slot = call.argument(0)
    return try remove(slot.words, call.words(1), call.machine.hashShape(slot.type))
  }

  @discardableResult
  static func remove(_ slot: Words, _ key: Words, _ shape: HashShape) throws -> Bool {
    guard let old = Object(reference: slot.pointee), DictionaryObject.count(old) > 0 else { return false }
    let hash = try shape.hash(key)
    guard let number = try DictionaryObject.find(in: slot, old, key, hash: hash, shape) else { return false }
    let table = try DictionaryObject.makeUnique(slot, shape.type, shape)
    // A copy leaves removed entries out: the number is that of the copy.
    let position = table == old ? number : try DictionaryObject.find(in: slot, table, key, hash: hash, shape)
    guard let number = position else { return false }
    let entry = DictionaryObject.entry(table, number, shape.stride)
    let oldKey = HeldWords(entry + 1, shape.key)
    let oldValue = HeldWords(entry + 1 + shape.key.words, shape.value)
    DictionaryObject.remove(table, entry: number, shape)
    oldKey.destroy()
    oldValue.destroy()
    return true
  }

  /// The address of a key's value in a table made unique, or zero. Arguments: the dictionary inout, the key.
  nonisolated(unsafe) static let address: NativeFunction = { call in
    let slot = call.argument(0)
    let shape = call.machine.hashShape(slot.type)
    let key = call.words(1)
    let hash = try shape.hash(key)
    let table = try DictionaryObject.makeUnique(slot.words, slot.type, shape)
    guard let number = try DictionaryObject.find(in: slot.words, table, key, hash: hash, shape) else {
      call.frame[0] = 0
      return
    }
    call.frame[0] = Int(bitPattern: DictionaryObject.entry(table, number, shape.stride) + 1 + shape.key.words)
  }

  /// Adds a value for a key and gives the value's address. Arguments: the dictionary inout, key, value; both are copied.
  nonisolated(unsafe) static let insert: NativeFunction = { call in
    let slot = call.argument(0)
    try call.machine.dictionaryInsert(slot.words, slot.type, key: call.words(1), value: call.words(2))
    try address(call)
  }

  /// The same for a literal, in which no key may come twice.
  nonisolated(unsafe) static let insertNew: NativeFunction = { call in
    let slot = call.argument(0)
    let before = Object(reference: slot.words[0]).map(DictionaryObject.count) ?? 0
    try call.machine.dictionaryInsert(slot.words, slot.type, key: call.words(1), value: call.words(2))
    if let table = Object(reference: slot.words[0]), DictionaryObject.count(table) == before { throw Trap.duplicateKeys }
    call.frame[0] = 0
  }
}

enum SetNatives {
  nonisolated(unsafe) static let table: [String: Native] = [
    "set.init": Native(DictionaryNatives.empty),
    "set.count": Native { call in call.result.store(Object(reference: call.words(0)[0]).map(DictionaryObject.count) ?? 0) },
    "set.contains": Native { call in call.result.store(try DictionaryNatives.find(call) != nil) },
    "set.insert": Native { call in
      let slot = call.argument(0)
      let shape = call.machine.hashShape(slot.type)
      let key = call.words(1)
      let hash = try shape.hash(key)
      if let table = Object(reference: slot.words[0]),
        try DictionaryObject.find(in: slot.words, table, key, hash: hash, shape) != nil
      {
        return call.result.store(false)
      }
      try call.machine.tableInsertNew(slot.words, slot.type, key: key, hash: hash, shape)
      call.result.store(true)
    },
    "set.remove": Native { call in call.result.store(try DictionaryNatives.remove(call)) },
    "set.next": Native(DictionaryNatives.next),
    "set.find": Native { call in
      let shape = call.machine.hashShape(call.argument(0).type)
      guard let table = Object(reference: call.words(0)[0]),
        let number = try DictionaryObject.find(table, call.words(1), hash: try shape.hash(call.words(1)), shape)
      else { return call.result.store(-1) }
      call.result.store(number)
    },
    "set.element": Native { call in
      let (entry, shape) = try DictionaryNatives.entry(of: call)
      shape.key.copy(entry + 1, to: call.result.words)
    },
  ]
}
