import Testing

@testable import Session

@Suite("Line editing") struct LineEditingTests {
  /// Keys as a terminal sends them, and the text with its cursor (`|`) after them.
  @Test(arguments: [
    ("abc", "abc|"), ("ab\u{1B}[Dc", "ac|b"), ("ab\u{01}c", "c|ab"), ("ab\u{01}\u{05}c", "abc|"),
    ("ab\u{7F}", "a|"), ("\u{7F}a", "a|"), ("ab\u{1B}[D\u{1B}[3~", "a|"), ("ab\u{1B}OD\u{1B}OHc", "c|ab"),
    ("let x\u{17}", "let |"), ("let x = 1\u{1B}[1;5D\u{1B}[1;5D", "let |x = 1"), ("a b\u{15}", "|"),
    ("a b\u{1B}b\u{0B}", "a |"), ("ế∇👩‍🚀\u{7F}", "ế∇|"), ("a\u{1B}[99zb", "ab|"), ("a\u{1B}\u{7F}b", "b|"),
  ])
  func keys(typed: String, expected: String) {
    var reader = KeyReader()
    var buffer = LineBuffer()
    for key in reader.keys(typed.utf8) { buffer.apply(key) }
    #expect(shown(buffer) == expected)
  }

  /// However the bytes of a character or a sequence are cut up, they are the same keys.
  @Test(arguments: ["a\u{1B}[Db", "ế∇", "\u{1B}[1;5C\u{1B}[3~x", "👩‍🚀"])
  func keysArriveInPieces(typed: String) {
    var whole = KeyReader()
    var pieces = KeyReader()
    let keys = typed.utf8.flatMap { pieces.keys([$0]) }
    #expect(keys == whole.keys(typed.utf8))
  }

  @Test func linesAreWalkedUpAndDown() {
    var buffer = LineBuffer("one\ntwelve\nx")
    let walk: [(LineBuffer.Key, Bool, String)] = [
      (.up, true, "one\nt|welve\nx"), (.end, true, "one\ntwelve|\nx"), (.up, true, "one|\ntwelve\nx"),
      (.up, false, "one|\ntwelve\nx"), (.down, true, "one\ntwe|lve\nx"), (.down, true, "one\ntwelve\nx|"),
      (.down, false, "one\ntwelve\nx|"),
    ]
    for (key, moves, expected) in walk {
      let moved = buffer.apply(key)
      #expect(moved == moves && shown(buffer) == expected)
    }
  }

  @Test func killingAtTheEndOfALineJoinsIt() {
    var buffer = LineBuffer("a\nb")
    for key in [LineBuffer.Key.up, .end, .killToEnd, .killToEnd, .killToEnd] { buffer.apply(key) }
    #expect(shown(buffer) == "a|")
  }

  /// Completion speaks of Unicode scalars, the buffer of characters.
  @Test func completionReplacesScalars() {
    var buffer = LineBuffer("ê\u{301} tan")
    #expect(buffer.scalarOffset == 6)
    buffer.replace(scalars: 3..<6, with: "tanh")
    #expect(shown(buffer) == "ê\u{301} tanh|")
  }

  private func shown(_ buffer: LineBuffer) -> String {
    String(buffer.text[..<buffer.cursor]) + "|" + String(buffer.text[buffer.cursor...])
  }
}
