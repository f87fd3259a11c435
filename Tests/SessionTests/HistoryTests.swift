import Glibc
import Testing

@testable import Session

@Suite struct HistoryTests {
  @Test(arguments: [
    ("", "", true), ("", "a", false), ("*", "", true), ("*", "a\nb", true), ("a*c", "abbc", true), ("a*c", "abcd", false),
    ("?", "é", true), ("?", "", false), ("?", "👩‍👩‍👧", true), ("[abc]", "b", true), ("[!abc]", "b", false),
    ("[a-c]x", "bx", true), ("[z-a]", "b", false), ("[", "[", true), ("[]]", "]", true), ("a[b", "a[b", true),
    ("*a*b*", "xxaxxbxx", true), ("*a*b*", "xxbxxaxx", false), ("\\*", "\\anything", true),
  ])
  func globs(_ pattern: String, _ text: String, _ matches: Bool) {
    #expect(Glob(pattern).matches(text) == matches)
  }

  /// Every pattern and text over a small alphabet, against the definition.
  @Test func globsByDefinition() {
    func matches(_ pattern: Substring, _ text: Substring) -> Bool {
      guard let first = pattern.first else { return text.isEmpty }
      if first == "*" {
        return text.indices.contains { matches(pattern.dropFirst(), text[$0...]) } || matches(pattern.dropFirst(), "")
      }
      guard let character = text.first, first == "?" || first == character else { return false }
      return matches(pattern.dropFirst(), text.dropFirst())
    }
    func words(_ alphabet: [String], upTo length: Int) -> [String] {
      length == 0 ? [""] : [""] + words(alphabet, upTo: length - 1).flatMap { word in alphabet.map { word + $0 } }
    }
    for pattern in Set(words(["a", "b", "*", "?"], upTo: 4)) {
      let glob = Glob(pattern)
      for text in Set(words(["a", "b"], upTo: 4)) {
        #expect(glob.matches(text) == matches(Substring(pattern), Substring(text)), "\(pattern) on \(text)")
      }
    }
  }

  @Test func aLongPatternOnALongTextTakesNoTime() {
    let start = Instant.now
    #expect(!Glob(String(repeating: "*a", count: 200) + "b").matches(String(repeating: "a", count: 5_000)))
    #expect(Instant.now.seconds(since: start) < 30)
  }

  @Test func inMemory() {
    let history = InputHistory(folder: nil)
    #expect(history.entries(.tail(count: 5)).isEmpty)
    #expect(history.entries(.range(session: 0, start: 0, stop: nil)).isEmpty)
    for line in 1...5 { history.record(line: line, input: "cell \(line)") }
    history.record(line: 5, output: "five")
    history.record(line: 99, output: "of no cell")
    #expect(history.entries(.tail(count: 1)) == [HistoryEntry(session: 1, line: 5, input: "cell 5", output: "five")])
    #expect(history.entries(.tail(count: .max)).map(\.line) == [1, 2, 3, 4, 5])
    #expect(history.entries(.tail(count: .min)).isEmpty)
    #expect(history.entries(.range(session: 0, start: 2, stop: 4)).map(\.line) == [2, 3])
    #expect(history.entries(.range(session: 0, start: -2, stop: nil)).map(\.line) == [4, 5])
    #expect(history.entries(.range(session: .min, start: 0, stop: nil)).isEmpty)
    #expect(history.entries(.range(session: .max, start: .min, stop: .max)).isEmpty)
  }

  @Test func afolderThatCannotBeWrittenIsNoError() {
    let history = InputHistory(folder: "/proc/no/such/folder")
    history.record(line: 1, input: "kept in memory")
    #expect(history.entries(.tail(count: 1)).map(\.input) == ["kept in memory"])
  }

  @Test func sessionsAreNumberedAndOldOnesGo() throws {
    try withTemporaryFolder { folder in
      for number in [3, 5] { try File.write(Array("{\"line\":1,\"input\":\"\(number)\"}\n".utf8), to: "\(folder)/\(number).jsonl") }
      let history = InputHistory(folder: folder)
      history.record(line: 1, input: "6")
      #expect(history.entries(.tail(count: 9)).map(\.session) == [3, 5, 6])
      #expect(history.entries(.range(session: -1, start: 0, stop: nil)).map(\.input) == ["5"])
      #expect(history.entries(.range(session: -2, start: 0, stop: nil)).map(\.input) == ["3"])
      for number in 10..<(10 + InputHistory.sessionsKept) { try File.write([], to: "\(folder)/\(number).jsonl") }
      InputHistory(folder: folder).record(line: 1, input: "newest")
      #expect(File.names(in: folder).count == InputHistory.sessionsKept)
    }
  }
}

func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  var template = Array("/tmp/nabla-test-XXXXXX".utf8CString)
  let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
  defer {
    for name in File.names(in: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }
  try body(folder)
}
