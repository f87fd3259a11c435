/// One word of the source text. What stands between tokens (white space, comments) is found by their offsets.
package struct Token: Sendable {
  package enum Kind: Equatable, Sendable {
    case endOfFile
    case identifier
    /// `$0`
    case dollarIdentifier
    case keyword(Keyword)
    case integer
    case float
    /// `payload` is an index into the lexer's strings.
    case string
    /// Fixity is told by the white space around an operator, as Swift has it.
    case binaryOperator
    case prefixOperator
    case postfixOperator
    case equal
    case arrow
    case period
    /// A period that begins an implicit member.
    case prefixPeriod
    case ampersandPrefix
    case questionPostfix
    case questionInfix
    case exclamationPostfix
    case leftParen, rightParen
    case leftBrace, rightBrace
    case leftSquare, rightSquare
    case comma, colon, semicolon
    case at
    case backslash
    /// `#line`, `#if`, `#selector`: the text with its `#`.
    case hash
    /// A character that begins no token; a diagnostic has been given.
    case unknown
  }

  package var kind: Kind
  package var start: Int32
  package var end: Int32
  package var payload: Int32 = -1
  /// The first token of its line.
  package var isAtLineStart = false
  /// Written between backticks: never a keyword.
  package var isEscaped = false

  package var isOperator: Bool {
    switch kind {
    case .binaryOperator, .prefixOperator, .postfixOperator: true
    default: false
    }
  }
}

/// The words that Swift reserves; contextual ones (`mutating`, `get`, `some`) are identifiers.
package enum Keyword: String, CaseIterable, Sendable {
  case `associatedtype`, `class`, `deinit`, `enum`, `extension`, `fileprivate`, `func`, `import`, `init`, `inout`
  case `internal`, `let`, `operator`, `precedencegroup`, `private`, `protocol`, `public`, `rethrows`, `static`
  case `struct`, `subscript`, `typealias`, `var`
  case `break`, `case`, `catch`, `continue`, `default`, `defer`, `do`, `else`, `fallthrough`, `for`, `guard`, `if`
  case `in`, `repeat`, `return`, `throw`, `switch`, `where`, `while`
  case any = "Any", `as`, `false`, `is`, `nil`, `self`, selfType = "Self", `super`, `throws`, `true`, `try`
  case underscore = "_"

  /// The keyword that some bytes spell. It is asked for every identifier: the table is one of our own because the
  /// library's dictionaries hash so that nobody can foresee it, which takes ten times as long.
  static func spelled(by bytes: UnsafeBufferPointer<UInt8>) -> Keyword? {
    if bytes.count > 15 { return nil }
    let key = pack(bytes)
    return table.withUnsafeBufferPointer { table in
      var index = slot(key)
      while let entry = table[index] {
        if entry.key == key { return entry.keyword }
        index = (index + 1) % table.count
      }
      return nil
    }
  }

  private static let table: [(key: UInt128, keyword: Keyword)?] = {
    var table: [(key: UInt128, keyword: Keyword)?] = Array(repeating: nil, count: 256)
    for keyword in allCases {
      let key = pack(keyword.rawValue.utf8)
      var index = slot(key)
      while table[index] != nil { index = (index + 1) % table.count }
      table[index] = (key, keyword)
    }
    return table
  }()

  private static func slot(_ key: UInt128) -> Int {
    let folded = UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> 64)
    return Int((folded &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  private static func pack(_ bytes: some Sequence<UInt8>) -> UInt128 {
    var key: UInt128 = 0
    for byte in bytes { key = key << 8 | UInt128(byte) }
    return key
  }
}

/// What a string literal holds, before the parser reads the expressions inside.
struct LexedString: Sendable {
  enum Segment: Sendable {
    case text(String)
    /// The tokens between the parentheses, ended by `.endOfFile` at the closing one.
    case interpolation([Token])
  }

  var segments: [Segment] = []
  var isMultiline = false
}
