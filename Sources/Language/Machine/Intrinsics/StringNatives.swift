enum StringNatives {
  nonisolated(unsafe) static let table: [String: Native] = [
    "string.empty": Native { call in call.stringResult("") },
    "string.describing": Native { call in call.stringResult(try call.machine.text(of: call.argument(0))) },
    "string.reflecting": Native { call in call.stringResult(try call.machine.text(of: call.argument(0), debug: true)) },
    "string.radix": Native { call in
      let radix = call.int(1)
      guard (2...36).contains(radix) else { throw Trap.message("Radix must be between 2 and 36") }
      let value = call.argument(0)
      var isUnsigned = false
      if case .integer(.uint64) = value.type.kind { isUnsigned = true }
      call.stringResult(
        isUnsigned
          ? String(UInt(bitPattern: value.int), radix: radix, uppercase: call.bool(2))
          : String(value.int, radix: radix, uppercase: call.bool(2)))
    },
    "string.repeating": Native { call in
      let (text, count) = (call.string(0), call.int(1))
      guard count >= 0 else { throw Trap.message("Negative count not allowed") }
      let (bytes, overflow) = text.utf8.count.multipliedReportingOverflow(by: count)
      if overflow { throw Trap.memoryLimit(call.machine.heap.byteLimit) }
      try call.machine.heap.reserve(words: bytes / 8)
      call.stringResult(String(repeating: text, count: count))
    },
    "string.format": Native { call in
      let arguments = Array(call.argument(1).elements.map(\.opened))
      call.stringResult(try TextFormat.format(call.string(0), arguments, call.machine))
    },
    "string.decoding": Native { call in
      call.stringResult(String(decoding: call.argument(call.argumentCount - 1).elements.map { UInt8(truncatingIfNeeded: $0.int) }, as: UTF8.self))
    },
    "string.fromScalar": Native { call in
      let value = UInt32(truncatingIfNeeded: call.int(call.argumentCount - 1))
      call.stringResult(Unicode.Scalar(value).map { String(Character($0)) } ?? "\u{FFFD}")
    },
    "string.before": Native { call in
      if let text = Object(reference: call.words(0)[0]), let before = StringObject.stepBack(text, call.int(1)) {
        return call.result.store(before)
      }
      let string = text(call)
      let index = try position(call.int(1), in: string)
      guard index > string.startIndex else { throw Trap.message("String index is out of bounds") }
      call.result.store(offset(string.index(before: index), in: string))
    },
    "string.slice": Native { call in
      let string = text(call)
      let (lower, upper) = (try position(call.int(1), in: string), try position(call.int(2), in: string))
      guard lower <= upper else { throw Trap.message("String index range is out of bounds") }
      call.stringResult(String(string[lower..<upper]))
    },
    "string.hasPrefix": Native { call in call.result.store(text(call).hasPrefix(call.string(1))) },
    "string.hasSuffix": Native { call in call.result.store(text(call).hasSuffix(call.string(1))) },
    "string.uppercased": Native { call in call.stringResult(try TextSearch.mapPieces(text(call), call.machine) { $0.uppercased() }) },
    "string.lowercased": Native { call in call.stringResult(try TextSearch.mapPieces(text(call), call.machine) { $0.lowercased() }) },
    "string.capitalized": Native { call in call.stringResult(try TextSearch.capitalized(text(call), call.machine)) },
    "string.contains": Native { call in
      call.result.store(try TextSearch.find(call.string(1), in: text(call), from: 0, call.machine) >= 0)
    },
    "string.find": Native { call in
      call.result.store(try TextSearch.find(call.string(1), in: text(call), from: call.int(2), call.machine))
    },
    "string.components": Native { call in
      let type = call.result.type
      guard let element = type.element else { throw Trap.failedCast(from: "Array", to: type.name) }
      var parts: Object?
      do {
        try TextSearch.split(text(call), call.string(1), call.machine) { count in
          parts = try ArrayObject.makeChecked(type, capacity: count, stride: element.layout.words)
        } part: { part in
          guard let parts else { return }
          let place = ArrayObject.elements(parts) + ArrayObject.count(parts) * element.layout.words
          CellValue(words: place, type: element, machine: call.machine).store(part)
          parts[2] += 1
        }
      } catch {
        parts?.release()
        throw error
      }
      call.result.words[0] = parts?.reference ?? 0
    },
    "string.replacing": Native { call in
      let target = call.string(1)
      if target.isEmpty { return call.stringResult(text(call)) }
      call.stringResult(try TextSearch.replacing(target, in: text(call), with: call.string(2), call.machine))
    },
    "string.padding": Native { call in
      try call.machine.heap.reserve(words: max(call.int(1), 0) / 8)
      call.stringResult(try TextSearch.pad(text(call), to: call.int(1), with: call.string(2), from: call.int(3), call.machine))
    },
    "string.utf8": Native { call in try store(text(call).utf8.map(Int.init), call) },
    "string.utf16": Native { call in try store(text(call).utf16.map(Int.init), call) },
    "string.byteAt": Native { call in
      let bytes = text(call).utf8
      let offset = call.int(1)
      guard offset >= 0, offset < bytes.count else { throw Trap.message("String index is out of bounds") }
      call.result.store(Int(bytes[bytes.index(bytes.startIndex, offsetBy: offset)]))
    },
    "scalar.property": Native { call in
      let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: call.int(0)))
      call.result.store(scalar.map { TextSearch.property(call.int(1), of: $0) } ?? false)
    },
    "scalar.isIn": Native { call in
      let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: call.int(0)))
      call.result.store(scalar.map { TextSearch.isIn($0, call.string(1), kind: call.int(2)) } ?? false)
    },
  ]

  static func text(_ call: NativeCall) -> String { StringObject.text(call.words(0)[0]) }

  private static func store(_ values: [Int], _ call: NativeCall) throws {
    try call.result.storeArray(count: values.count) { $1.store(values[$0]) }
  }

  private static func position(_ offset: Int, in text: String) throws -> String.Index {
    guard offset >= 0, offset <= text.utf8.count else { throw Trap.message("String index is out of bounds") }
    return text.utf8.index(text.utf8.startIndex, offsetBy: offset)
  }

  private static func offset(_ index: String.Index, in text: String) -> Int {
    text.utf8.distance(from: text.utf8.startIndex, to: index)
  }

  /// The texts of an interpolation; nil stands for the next value.
  static func interpolation(_ pieces: [String?]) -> NativeFunction {
    { call in
      var result = ""
      var index = 0
      for piece in pieces {
        if let piece {
          result += piece
          continue
        }
        let value = call.argument(index)
        index += 1
        if case .string = value.type.kind {
          result += StringObject.text(value.words[0])
        } else {
          result += try call.machine.text(of: value)
        }
      }
      call.stringResult(result)
    }
  }
}

enum CharacterNatives {
  nonisolated(unsafe) static let table: [String: Native] = {
    func test(_ property: @escaping (Character) -> Bool) -> Native {
      // Of ASCII the answers are known beforehand: Unicode's tables take their time.
      let plain = (0..<0x80).map { property(Character(Unicode.Scalar(UInt8($0)))) }
      return Native { call in
        let word = call.words(0)[0]
        call.result.store(plain.indices.contains(word) ? plain[word] : property(character(call, 0)))
      }
    }
    func number(_ property: @escaping (Character) -> Int?) -> Native {
      Native { call in
        if let value = property(character(call, 0)) { call.result.storeSome().store(value) } else { call.result.storeNil() }
      }
    }
    return [
      "character.fromString": Native { call in
        let text = call.string(0)
        guard let first = text.first, text.count == 1 else {
          throw Trap.message("Can't form a Character from a String containing more than one extended grapheme cluster")
        }
        call.result.words[0] = call.machine.characters.word(first)
      },
      "character.isLetter": test(\.isLetter),
      "character.isNumber": test(\.isNumber),
      "character.isWholeNumber": test(\.isWholeNumber),
      "character.isHexDigit": test(\.isHexDigit),
      "character.isWhitespace": test(\.isWhitespace),
      "character.isNewline": test(\.isNewline),
      "character.isUppercase": test(\.isUppercase),
      "character.isLowercase": test(\.isLowercase),
      "character.isPunctuation": test(\.isPunctuation),
      "character.isSymbol": test(\.isSymbol),
      "character.isMathSymbol": test(\.isMathSymbol),
      "character.isCurrencySymbol": test(\.isCurrencySymbol),
      "character.isCased": test(\.isCased),
      "character.isASCII": test(\.isASCII),
      "character.asciiValue": number { $0.asciiValue.map(Int.init) },
      "character.wholeNumberValue": number(\.wholeNumberValue),
      "character.hexDigitValue": number(\.hexDigitValue),
      "character.uppercased": Native { call in call.stringResult(character(call, 0).uppercased()) },
      "character.lowercased": Native { call in call.stringResult(character(call, 0).lowercased()) },
    ]
  }()

  private static func character(_ call: NativeCall, _ index: Int) -> Character {
    call.machine.characters.character(call.words(index)[0])
  }
}
