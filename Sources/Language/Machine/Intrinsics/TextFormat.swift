#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `String(format:)`: the conversions of C with `%@` for anything.
enum TextFormat {
  static func format(_ format: String, _ arguments: [CellValue], _ machine: Machine) throws -> String {
    var result = ""
    var next = 0
    var characters = Array(format.unicodeScalars)[...]
    func take() -> CellValue? {
      defer { next += 1 }
      return arguments.indices.contains(next) ? arguments[next] : nil
    }
    while let scalar = characters.popFirst() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if characters.first == "%" {
        characters.removeFirst()
        result += "%"
        continue
      }
      var specification = "%"
      // A position such as 2$ comes first.
      var digits = ""
      var ahead = characters
      while let digit = ahead.first, ("0"..."9").contains(digit) {
        digits.unicodeScalars.append(digit)
        ahead.removeFirst()
      }
      if ahead.first == "$", let position = Int(digits) {
        characters = ahead.dropFirst()
        next = position - 1
      }
      while let flag = characters.first, "-+ #0'".unicodeScalars.contains(flag) {
        specification.unicodeScalars.append(flag)
        characters.removeFirst()
      }
      func number() throws {
        if characters.first == "*" {
          characters.removeFirst()
          specification += String(try bounded(take()?.int ?? 0))
          return
        }
        var text = ""
        while let digit = characters.first, ("0"..."9").contains(digit) {
          text.unicodeScalars.append(digit)
          characters.removeFirst()
        }
        if let value = Int(text) { specification += String(try bounded(value)) } else if !text.isEmpty { _ = try bounded(Int.max) }
      }
      try number()
      if characters.first == "." {
        characters.removeFirst()
        specification += "."
        try number()
      }
      while let size = characters.first, "hlqLzjt".unicodeScalars.contains(size) { characters.removeFirst() }
      guard let conversion = characters.popFirst() else { return result + specification }
      guard let value = take() else {
        result += specification + String(Character(conversion))
        continue
      }
      switch conversion {
      case "d", "i", "u", "x", "X", "o":
        let word: Int
        switch value.type.kind {
        case .double, .float:
          throw Trap.message("String(format:) got a \(value.type.name) for %\(conversion); write Int(…) or use %f")
        default: word = value.int
        }
        result += print(specification + "l" + String(Character(conversion)), word)
      case "f", "F", "e", "E", "g", "G", "a", "A":
        switch value.type.kind {
        case .double: result += print(specification + String(Character(conversion)), value.double)
        case .float: result += print(specification + String(Character(conversion)), Double(value.float))
        default:
          throw Trap.message("String(format:) got a \(value.type.name) for %\(conversion); write Double(…) or use %d")
        }
      case "c": result += Unicode.Scalar(UInt32(truncatingIfNeeded: value.int)).map { String(Character($0)) } ?? ""
      case "@": result += try machine.text(of: value)
      case "s": result += pad(try machine.text(of: value), specification)
      case "p": result += print(specification + "#lx", value.int)
      default: result += specification + String(Character(conversion))
      }
    }
    return result
  }

  /// Widths beyond reason would only fill the memory.
  private static func bounded(_ width: Int) throws -> Int {
    guard abs(width) <= 10_000 else { throw Trap.message("String(format:) got a width of \(width)") }
    return width
  }

  private static func print<Value: CVarArg>(_ format: String, _ value: Value) -> String {
    withVaList([value]) { list in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 24_000) { buffer in
        guard let base = buffer.baseAddress else { return "" }
        let count = vsnprintf(base, buffer.count, format, list)
        return String(decoding: UnsafeRawBufferPointer(start: base, count: max(0, min(Int(count), buffer.count - 1))), as: UTF8.self)
      }
    }
  }

  private static func pad(_ text: String, _ specification: String) -> String {
    var body = specification.dropFirst()
    var isLeft = false
    while let flag = body.first, "-+ #0'".contains(flag) {
      if flag == "-" { isLeft = true }
      body.removeFirst()
    }
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    var result = text
    if parts.count > 1, let limit = Int(parts[1]) { result = String(result.prefix(limit)) }
    guard let width = parts.first.flatMap({ Int($0) }), width > result.count else { return result }
    let filler = String(repeating: " ", count: width - result.count)
    return isLeft ? result + filler : filler + result
  }
}
