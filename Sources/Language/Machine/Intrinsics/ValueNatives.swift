/// What any value can be asked.
enum ValueNatives {
  nonisolated(unsafe) static let table: [String: Native] = [
    "value.describe": Native { call in call.stringResult(try call.machine.text(of: call.argument(0))) },
    "value.debugDescribe": Native { call in call.stringResult(try call.machine.text(of: call.argument(0), debug: true)) },
    "error.code": Native { call in
      let error = call.argument(0).opened
      guard case .enumeration(let cases) = error.type.kind, cases.indices.contains(error.words[0]) else { return call.result.store(1) }
      let thrown = cases[error.words[0]].decl
      if case .integer(let isNegative, let magnitude)? = thrown.rawValue?.kind {
        return call.result.store(Int(truncatingIfNeeded: isNegative ? 0 &- magnitude : magnitude))
      }
      // Cases with values of their own are numbered first.
      let ordered = cases.map(\.decl).filter { !$0.payload.isEmpty } + cases.map(\.decl).filter { $0.payload.isEmpty }
      call.result.store(ordered.firstIndex { $0 === thrown } ?? 1)
    },
    "value.hash": Native { call in
      let value = call.argument(0)
      let state = call.words(1)
      state[0] = Machine.combine(state[0], try call.machine.hash(value.words, value.type))
    },
    "hasher.init": Native { call in call.result.words[0] = Machine.hashSeed },
    "hasher.combine": Native { call in
      let value = call.argument(1)
      let state = call.words(0)
      state[0] = Machine.combine(state[0], try call.machine.hash(value.words, value.type))
    },
    "hasher.finalize": Native { call in call.result.store(Hashing.mix(call.words(0)[0])) },
    "object.identical": Native { call in call.result.store(identity(call.argument(0)) == identity(call.argument(1))) },
    "object.address": Native { call in call.result.store(identity(call.argument(0))) },
    "type.address": Native { call in call.result.store(call.words(0)[0]) },
    "keyPath.make": Native { call in
      // Two closures in a box: one reads, one writes, as the compiler makes them.
      let box = call.machine.heap.allocate(call.machine.types.keyPathBox.pointer, words: 2)
      for index in 0..<2 {
        let closure = index < call.argumentCount ? call.words(index)[0] : 0
        if let object = Object(reference: closure) { object.retain() }
        box.payload[index] = closure
      }
      call.result.words[0] = box.reference
    },
    "type.size": Native { call in call.result.store(MemorySize.of(call, \.size)) },
    "type.stride": Native { call in call.result.store(MemorySize.of(call) { max(1, $0.stride) }) },
    "type.alignment": Native { call in call.result.store(MemorySize.of(call, \.alignment)) },
    "type.equal": Native { call in call.result.store(call.words(0)[0] == call.words(1)[0]) },
  ]

  /// The reference behind an optional existential; zero for nil.
  private static func identity(_ value: CellValue) -> Int {
    let payload = value.unwrapped ?? value
    if case .existential = payload.type.kind { return payload.words[0] == 0 ? 0 : payload.words[1] }
    return value.words[0]
  }
}

enum TrapNatives {
  nonisolated(unsafe) static let table: [String: Native] = [:]

  /// Stops with a message that the program made, after `kind` where there is one: `Fatal error: …`.
  static func message(_ kind: String?) -> NativeFunction {
    { call in
      let text = call.string(0)
      guard let kind else { throw Trap.message(text) }
      throw Trap.message(text.isEmpty ? kind : kind + ": " + text)
    }
  }

  nonisolated(unsafe) static let tryForce: NativeFunction = { call in
    throw Trap.tryFailed(call.machine.describe(call.argument(0), debug: true))
  }
}
