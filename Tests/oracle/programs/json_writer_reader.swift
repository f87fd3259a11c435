indirect enum JSON: Equatable {
  case null, bool(Bool), number(Double), string(String), array([JSON]), object([(key: String, value: JSON)])

  static func == (a: JSON, b: JSON) -> Bool {
    switch (a, b) {
    case (.null, .null): return true
    case let (.bool(x), .bool(y)): return x == y
    case let (.number(x), .number(y)): return x == y
    case let (.string(x), .string(y)): return x == y
    case let (.array(x), .array(y)): return x == y
    case let (.object(x), .object(y)): return x.count == y.count && zip(x, y).allSatisfy { $0 == $1 }
    default: return false
    }
  }

  subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
  subscript(index: Int) -> JSON? {
    if case .array(let items) = self, items.indices.contains(index) { return items[index] }
    return nil
  }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral {
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { (key: $0.0, value: $0.1) }) }
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(nilLiteral: ()) { self = .null }
}

extension String {
  var quoted: String {
    var out = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case let s where s.value < 0x20:
        let hex = String(s.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}

extension JSON: CustomStringConvertible {
  var description: String { pretty(indent: nil) }

  func pretty(indent: Int?, level: Int = 0) -> String {
    func wrap(_ open: Character, _ parts: [String], _ close: Character) -> String {
      guard !parts.isEmpty else { return "\(open)\(close)" }
      guard let indent else { return "\(open)\(parts.joined(separator: ", "))\(close)" }
      let pad = String(repeating: " ", count: indent * (level + 1))
      let end = String(repeating: " ", count: indent * level)
      return "\(open)\n" + parts.map { pad + $0 }.joined(separator: ",\n") + "\n\(end)\(close)"
    }
    switch self {
    case .null: return "null"
    case .bool(let b): return String(b)
    case .number(let n): return n == n.rounded() && abs(n) < 1e15 ? String(Int(n)) : "\(n)"
    case .string(let s): return s.quoted
    case .array(let items): return wrap("[", items.map { $0.pretty(indent: indent, level: level + 1) }, "]")
    case .object(let members):
      return wrap("{", members.map { "\($0.key.quoted): \($0.value.pretty(indent: indent, level: level + 1))" }, "}")
    }
  }
}

struct Reader {
  enum Failure: Error { case unexpected(Character?, at: Int), badNumber(String) }
  private let text: [Character]
  private var position = 0
  init(_ text: String) { self.text = Array(text) }

  private var current: Character? { position < text.count ? text[position] : nil }
  private mutating func skip() { while let c = current, c.isWhitespace { position += 1 } }
  private mutating func expect(_ c: Character) throws {
    guard current == c else { throw Failure.unexpected(current, at: position) }
    position += 1
  }
  private mutating func word(_ w: String, _ value: JSON) throws -> JSON {
    for c in w { try expect(c) }
    return value
  }
  mutating func parse() throws -> JSON {
    let value = try self.value()
    skip()
    guard current == nil else { throw Failure.unexpected(current, at: position) }
    return value
  }
  private mutating func value() throws -> JSON {
    skip()
    switch current {
    case "n": return try word("null", nil)
    case "t": return try word("true", true)
    case "f": return try word("false", false)
    case "\"": return .string(try string())
    case "[":
      return .array(try list("[", "]") { try $0.value() })
    case "{":
      return .object(
        try list("{", "}") { reader in
          reader.skip()
          let key = try reader.string()
          reader.skip()
          try reader.expect(":")
          return (key: key, value: try reader.value())
        })
    case let c? where c.isNumber || c == "-": return .number(try number())
    default: throw Failure.unexpected(current, at: position)
    }
  }
  private mutating func list<T>(_ open: Character, _ close: Character, _ element: (inout Reader) throws -> T) throws -> [T] {
    var items: [T] = []
    try expect(open)
    skip()
    if current == close {
      position += 1
      return items
    }
    repeat {
      items.append(try element(&self))
      skip()
    } while try { (reader: inout Reader) throws -> Bool in
      if reader.current == "," {
        reader.position += 1
        return true
      }
      try reader.expect(close)
      return false
    }(&self)
    return items
  }
  private mutating func string() throws -> String {
    try expect("\"")
    var out = ""
    while let c = current, c != "\"" {
      position += 1
      guard c == "\\" else {
        out.append(c)
        continue
      }
      switch current {
      case "n": out += "\n"
      case "t": out += "\t"
      case "u":
        let hex = String(text[(position + 1)..<min(position + 5, text.count)])
        out.unicodeScalars.append(Unicode.Scalar(UInt32(hex, radix: 16) ?? 0xFFFD) ?? "?")
        position += 4
      case let other?: out.append(other)
      case nil: throw Failure.unexpected(nil, at: position)
      }
      position += 1
    }
    try expect("\"")
    return out
  }
  private mutating func number() throws -> Double {
    let start = position
    while let c = current, c.isNumber || "+-.eE".contains(c) { position += 1 }
    let digits = String(text[start..<position])
    guard let value = Double(digits) else { throw Failure.badNumber(digits) }
    return value
  }
}

let document: JSON = ["name": "Nabla ∇", "tags": ["a\"b", "tab\t", nil], "size": 3, "ratio": 0.125, "deep": ["empty": [:], "list": [], "ok": true]]
print(document)
print(document.pretty(indent: 2))
let texts = ["[1, 2.5e1, -3]", #"{"a": {"b": [true, false, null]}, "c": "x\u0041\n"}"#, "[1, 2", "{\"a\" 1}", "[1,]", "tru", "1.2.3", "\"open"]
for text in texts {
  do {
    var reader = Reader(text)
    print(text, "→", try reader.parse())
  } catch let error as Reader.Failure {
    print(text, "✗", error)
  }
}
var again = Reader(document.description)
print(try again.parse() == document, document["tags"]?[0] ?? .null, document["tags"]?[9] as Any, document["deep"]?["ok"] == true)
