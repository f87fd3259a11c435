/// Members that the language makes for a type: equality, hashes, raw values, all cases.
enum SynthesizedNatives {
  static func function(_ synthesis: FunctionDecl.Synthesis, _ instance: FunctionInstance, _ machine: Machine) throws
    -> NativeFunction
  {
    switch synthesis {
    case .equals:
      return { call in
        let (a, b) = (call.argument(call.argumentCount - 2), call.argument(call.argumentCount - 1))
        call.result.store(try call.machine.equalByFields(a.words, b.words, a.type))
      }
    case .lessThan:
      return { call in
        let (a, b) = (call.argument(call.argumentCount - 2), call.argument(call.argumentCount - 1))
        call.result.store(try call.machine.lessByFields(a.words, b.words, a.type))
      }
    case .hash:
      return { call in
        let value = call.argument(0)
        let state = call.words(1)
        state[0] = Machine.combine(state[0], try call.machine.hashByFields(value.words, value.type))
      }
    case .hashValue:
      return { call in
        let value = call.argument(0)
        call.result.store(try call.machine.hash(value.words, value.type))
      }
    case .allCases:
      return { call in
        guard case .array(let element) = call.signature.result.kind, case .enumeration(let cases) = element.kind else {
          throw Trap.unsupported("allCases")
        }
        try call.result.storeArray(count: cases.count) { index, place in
          place.storeNil()
          place.words[0] = index
        }
      }
    case .rawValueGet:
      let type = instance.parameters.first?.type
      guard let type, case .enumeration(let cases) = type.kind else { throw Trap.unsupported("rawValue") }
      let values = try cases.map { try rawValue($0.decl) }
      return { call in
        let index = call.words(0)[0]
        guard values.indices.contains(index) else { throw Trap.unreachable }
        values[index].store(to: call.result)
      }
    case .rawValueInit:
      let type = IntegerNatives.optionalPayload(instance.resultType)
      guard case .enumeration(let cases) = type.kind else { throw Trap.unsupported("init(rawValue:)") }
      let values = try cases.map { try rawValue($0.decl) }
      return { call in
        let raw = call.argument(call.argumentCount - 1)
        guard let index = values.firstIndex(where: { $0.matches(raw) }) else { return call.result.storeNil() }
        let place = call.result.storeSome()
        place.storeNil()
        place.words[0] = index
      }
    case .codingDescription:
      return { call in call.stringResult(try call.machine.text(of: call.argument(0))) }
    case .memberwiseInit, .defaultInit, .storedGet, .storedSet: throw Trap.unsupported("this function")
    }
  }

  private enum RawValue {
    case integer(Int)
    case floating(Double)
    case string(String)
    case character(Character)

    func store(to place: CellValue) {
      switch self {
      case .integer(let value):
        switch place.type.kind {
        case .double: place.store(Double(value))
        case .float: place.store(Float(value))
        default: place.store(value)
        }
      case .floating(let value): if case .float = place.type.kind { place.store(Float(value)) } else { place.store(value) }
      case .string(let value): place.store(value)
      case .character(let value): place.words[0] = place.machine.characters.word(value)
      }
    }

    func matches(_ value: CellValue) -> Bool {
      switch self {
      case .integer(let number):
        switch value.type.kind {
        case .double: value.double == Double(number)
        case .float: value.float == Float(number)
        default: value.int == number
        }
      case .floating(let number): if case .float = value.type.kind { value.float == Float(number) } else { value.double == number }
      case .string(let text): value.string == text
      case .character(let character): value.string == String(character)
      }
    }
  }

  private static func rawValue(_ decl: EnumCaseDecl) throws -> RawValue {
    switch decl.rawValue?.kind {
    case .integer(let isNegative, let magnitude):
      let word = Int(truncatingIfNeeded: magnitude)
      return .integer(isNegative ? 0 &- word : word)
    case .floating(let value): return .floating(value)
    case .string(let text): return .string(text)
    case .character(let character): return .character(character)
    case nil: return .string(decl.name)
    default: throw Trap.unsupported("the raw value of '\(decl.name)'")
    }
  }
}
