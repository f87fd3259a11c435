import Testing

@testable import Session

@Suite struct CommandLinesTests {
  private func parts(_ cell: String) -> [String] {
    CommandLines(cell).parts.map { part in
      switch part {
      case .code(let code): "code: " + code
      case .command(let call): "%\(call.name) \(call.argument)"
      }
    }
  }

  @Test func linesKeepTheirPlaces() {
    #expect(parts("let x = 1\n%who\nx") == ["code: let x = 1\n", "%who ", "code: \n\nx"])
    #expect(CommandLines("let x = 1\n%who\nx").code == "let x = 1\n    \nx")
  }

  @Test func codeOfACommandKeepsItsColumn() throws {
    guard case .command(let call)? = CommandLines("1\n%time  f(2)\n3").parts.dropFirst().first else {
      Issue.record("no command")
      return
    }
    #expect(call.code == "\n       f(2)")
    #expect(CommandLines("1\n%time  f(2)\n3").code == "1\n       f(2)\n3")
  }

  @Test func aBareTimeTakesTheRestOfTheCell() throws {
    #expect(parts("%time\nf()\n%who") == ["%time "])
    guard case .command(let call)? = CommandLines("%%time\nf()\ng()").parts.first else {
      Issue.record("no command")
      return
    }
    #expect(call.code == "\nf()\ng()")
  }

  @Test(arguments: [
    "7\n% 2", "%", "%%", "%%%who", "a %who", " %who", "\"\"\"\n%who\n\"\"\"", "#\"\"\"\n%who \"\"\"\n%who\n\"\"\"#",
    "/* /* */\n%who\n*/", "f(\n%who\n)", "struct S {\n%who\n}", "let s = \"\"\"\n\\\"\"\"\n%who\n\"\"\"",
  ])
  func whatIsNoCommand(_ cell: String) {
    #expect(parts(cell) == ["code: " + cell])
  }

  @Test(arguments: [
    "// \"\"\"\n%who", "\"(\"\n%who", "#\"\"(\"#\n%who", "\"\\\"(\"\n%who", "/* ( */\n%who", "\"\"\"\n{\n\"\"\"\n%who", "f()\n%who",
    "\"\\(f(\"x\"))\"\n%who", "#if true\n%who", "}\n%who",
  ])
  func whatIsOneAllTheSame(_ cell: String) {
    #expect(parts(cell).last == "%who ")
  }

  @Test func linesMayEndAsOnWindows() {
    #expect(parts("let x = 1\r\n%seed 4\r\nx") == ["code: let x = 1\r\n", "%seed 4", "code: \n\nx"])
    #expect(parts("\"\"\"\r\n%who\r\n\"\"\"").count == 1)
  }

  @Test func offsetsStayWhereTheyWere() {
    for cell in ["%who é👩‍👩‍👧\nx", "%time é + 1\n2", "1\n%%timeit\né", "", "%", "\n\n%who\n", "%seed  4 \r\n%who\r\nx"] {
      #expect(CommandLines(cell).code.unicodeScalars.count == cell.unicodeScalars.count, "\(cell)")
      let breaks = [CommandLines(cell).code, cell].map { $0.unicodeScalars.filter { $0 == "\n" }.count }
      #expect(breaks[0] == breaks[1])
    }
  }
}

@Suite struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("time", "tiem", 1), ("time", "timeit", 2), ("who", "how", 2), ("kitten", "sitting", 3),
  ])
  func distance(_ left: String, _ right: String, _ distance: Int) {
    #expect(Spelling.distance(left, right) == distance)
    #expect(Spelling.distance(right, left) == distance)
  }

  @Test func nearest() {
    let names = Command.table.map(\.name)
    #expect(Spelling.nearest(to: "tiem", among: names) == "time")
    #expect(Spelling.nearest(to: "WHO", among: names) == "who")
    #expect(Spelling.nearest(to: "quux", among: names) == nil)
    #expect(Spelling.nearest(to: "x", among: []) == nil)
    for name in names { #expect(Spelling.nearest(to: name, among: names) == name) }
  }
}
