import Language
import Prelude

/// Makes plain Swift of cells, one after the other, in a session of their own in which they are checked and not run.
struct CellTranslation {
  private let program = CellProgram(host: RecordingHost())
  /// How often cells have declared a name in place of an earlier declaration.
  private var generations: [String: Int] = [:]
  private var number = 0
  private(set) var showsResults = false

  /// Shows the value of a last expression, as a notebook does.
  static let resultFunction = """
    /// Shows the value of a cell's last expression, as the notebook does.
    func showResult<Value>(_ value: Value) {
      if let shown = value as? any Displayable {
        display(shown)
      } else if value is String || value is Character {
        debugPrint(value)
      } else {
        print(value)
      }
    }
    """

  /// The Swift of a cell, on the lines of the cell; of one that cannot run its text as a comment.
  mutating func swift(_ cell: String) -> String {
    let code = CommandLines(cell).code
    guard let swift = checked(code) else { return Self.lines(cell).map { "// " + $0 }.joined(separator: "\n") }
    let lines = zip(Self.lines(cell), zip(Self.lines(code), Self.lines(swift))).map { typed, code in
      // The blanked cell has the same lines; one that lost its text was a command.
      typed == code.0 ? code.1 : Self.command(typed, code.1)
    }
    return String(lines.joined(separator: "\n").trimmedAtEnd)
  }

  private mutating func checked(_ code: String) -> String? {
    number += 1
    let file = SourceFile(name: "cell \(number)", cell: number, text: code)
    let mentions = Mentions()
    program.checker.mentions = mentions
    defer { program.checker.mentions = nil }
    guard let cell = try? program.check(file) else { return nil }
    for name in mentions.replaced { generations[name, default: 1] += 1 }
    var edits: [(at: Int, length: Int, text: String)] = []
    for place in mentions.places {
      let length = place.name.utf8.count
      guard let generation = generations[place.name], place.start >= 0, place.start + length <= file.bytes.count,
        file.bytes[place.start..<(place.start + length)].elementsEqual(place.name.utf8)
      else { continue }
      edits.append((place.start, length, "\(place.name)_\(generation)"))
    }
    let statements = Parser.parse(file).statements
    if let first = statements.first?.range, let last = statements.last?.range {
      let isBlock = Self.endsWithDeferred(statements)
      let showsResult = cell.resultType != nil
      showsResults = showsResults || showsResult
      if isBlock { edits.append((Int(first.start), 0, "do { ")) }
      if showsResult { edits.append((Int(last.start), 0, "showResult(")) }
      edits.append((Int(last.end), 0, (showsResult ? ")" : "") + (isBlock ? " }" : "")))
    }
    return Self.apply(edits, to: file.bytes)
  }

  /// What a cell defers happens at its end; where it declares nothing that later cells see, a block ends there too.
  private static func endsWithDeferred(_ statements: [Stmt]) -> Bool {
    let kinds = statements.map(\.kind)
    let declares = kinds.contains { if case .declaration = $0 { true } else { false } }
    return !declares && kinds.contains { if case .deferStmt = $0 { true } else { false } }
  }

  private static func apply(_ edits: [(at: Int, length: Int, text: String)], to bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var done = 0
    // What is inserted before a name stands before what replaces it.
    for edit in edits.sorted(by: { ($0.at, $0.length) < ($1.at, $1.length) }) where edit.at >= done {
      result += bytes[done..<edit.at]
      result += edit.text.utf8
      done = edit.at + edit.length
    }
    return String(decoding: result + bytes[done...], as: UTF8.self)
  }

  /// A line that was a command: as a comment, with what it means in Swift.
  private static func command(_ typed: String, _ code: String) -> String {
    var meaning = code
    if let call = CommandCall(line: typed[...]), call.name == "seed", let seed = Int(call.argument) {
      meaning = "manualSeed(\(seed))"
    }
    return String("// \(typed)\n\(meaning)".trimmedAtEnd)
  }

  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }
}
