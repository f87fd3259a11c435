import Testing

@testable import Language

/// Completion and inspection in a session whose cells have declared a few names. 1️⃣ is the cursor.
@Suite struct AssistTests {
  static let cells = [
    """
    struct Point {
      var x = 1.0, y = 2.0
      /// The distance from the origin.
      func length() -> Double { x }
      static let origin = Point()
      mutating func move(by dx: Double, up dy: Double = 0) {}
    }
    enum Shade: String { case light, dark; case custom }
    class Animal { var name = "a"; func speak(loudly: Bool) -> String { name } }
    """,
    """
    let point = Point(), numbers = [1, 2, 3], ages = ["a": 1], maybe: Int? = 3, pair = (first: 1, second: "b")
    func paint(_ s: Shade, with width: Int = 1, named: String = "") {}
    func paint(_ n: Int) {}
    """,
  ]

  static func session() -> Checker {
    let checker = Checker()
    checker.declareModule(
      Library.sources.map { ($0, Parser.parse($0, mode: .library).statements) }, name: "Swift")
    for (number, text) in cells.enumerated() {
      let file = SourceFile(name: "cell \(number + 1)", cell: number + 1, text: text)
      _ = checker.check(Parser.parse(file).statements, file: file)
    }
    return checker
  }

  private func cursor(_ marked: String) -> (String, Int) {
    let text = Marked(marked)
    let offset = text.offsets.first ?? text.text.utf8.count
    return (text.text, String(decoding: Array(text.text.utf8).prefix(offset), as: UTF8.self).unicodeScalars.count)
  }

  /// A text, and what must be offered in it.
  static let offered: [(String, [String])] = [
    ("point.1️⃣", ["length", "move", "x", "y"]), ("point.le1️⃣", ["length"]), ("point.1️⃣\nlet y = 3", ["x", "y"]),
    ("numbers.ma1️⃣", ["map", "max"]), ("numbers.map { $0.1️⃣ }", ["isMultiple", "description"]),
    ("numbers.map { n in\n let z = n\n return z.is1️⃣ }", ["isMultiple"]), ("numbers[0].1️⃣", ["magnitude"]),
    ("if point.x > 3 { numbers.fir1️⃣", ["first"]), ("for x in ages { x.1️⃣", ["key", "value"]), ("pair.1️⃣", ["first", "second"]),
    ("maybe?.1️⃣", ["isMultiple"]), ("let q = numbers.first!.1️⃣", ["isMultiple"]), ("\"\\(point.1️⃣)\"", ["x"]),
    ("Point.1️⃣", ["origin", "init"]), ("Shade.1️⃣", ["light", "dark", "custom"]), ("let s: Shade = .1️⃣", ["light", "dark"]),
    ("paint(.1️⃣", ["light", "dark"]), ("switch Shade.dark { case .1️⃣", ["custom"]), ("paint(.light, 1️⃣", ["with:", "named:", "point"]),
    ("point.length().1️⃣", ["rounded"]), ("nu1️⃣", ["numbers"]), ("pri1️⃣", ["print", "private"]), ("func f(v: Po1️⃣", ["Point"]),
    ("struct T { var alpha: Point; func g() { al1️⃣ } }", ["alpha"]), ("struct T { var a: Point; func g() { a.1️⃣ } }", ["length"]),
    ("func outer(count: Int) { let local = count; lo1️⃣", ["local"]), ("let early = 3\nea1️⃣", ["early"]),
    ("import 1️⃣", ["Foundation", "Swift"]), ("%ti1️⃣", ["time"]), ("let 🎉 = point\n🎉.x1️⃣", ["x"]), ("ret1️⃣", ["return"]),
    ("class Dog: Animal { override func speak(loudly: Bool) -> String { na1️⃣", ["name"]),
  ]

  @Test(arguments: offered)
  func `completion`(text: String, expected: [String]) {
    let (source, offset) = cursor(text)
    let completion = Self.session().complete(source, at: offset, commands: [("time", "how long a cell takes")])
    let names = completion.items.map(\.text)
    #expect(Set(names).isSuperset(of: expected), "\(names)")
    #expect(completion.end == offset)
  }

  @Test(arguments: ["\"abc poi1️⃣\"", "// poi1️⃣", "/* poi1️⃣ */", "let po1️⃣", "func po1️⃣", "a.b.c.1️⃣", "1️⃣%time", "12po1️⃣"])
  func `nothing is offered`(text: String) {
    let (source, offset) = cursor(text)
    guard !source.hasPrefix("%") else { return }
    #expect(Self.session().complete(source, at: offset).items.map(\.text) == [])
  }

  @Test func `a completion leaves no trace`() {
    let checker = Self.session()
    _ = checker.complete("let temporary = 3; struct New {}; extension Point { var z: Int { 1 } }; poi", at: 72)
    #expect(checker.complete("tempora", at: 7).items.isEmpty)
    #expect(checker.complete("point.z", at: 7).items.isEmpty)
  }

  @Test func `inspection shows declaration, type and documentation`() throws {
    let checker = Self.session()
    let method = try #require(checker.inspect("point.length()", at: 8))
    #expect(method.signatures == ["func length() -> Double"])
    #expect(method.documentation == "The distance from the origin.")
    #expect(method.cell == 1 && method.line == 4)
    #expect(checker.inspect("paint(", at: 6)?.signatures.count == 2)
    let variable = try #require(checker.inspect("numbers", at: 3))
    #expect(variable.signatures == ["let numbers: [Int]"] && variable.variable == "numbers")
    #expect(checker.inspect("Point", at: 1)?.signatures.first == "struct Point")
    #expect(checker.inspect("let x = ", at: 8) == nil)
    #expect(checker.inspect("nonsense", at: 3) == nil)
  }

  /// At every place of a text, whole or cut off there, something or nothing is offered, and nothing traps.
  @Test func `every place can be asked`() {
    let checker = Self.session()
    let text = "let r = numbers.map { $0.description + \"\\(point.x)\" }.filter { !$0.isEmpty }; switch r.first { case .some(let s): print(s) }"
    for offset in stride(from: 0, through: text.unicodeScalars.count, by: 3) {
      _ = checker.complete(text, at: offset)
      _ = checker.complete(String(text.prefix(offset)), at: offset)
      _ = checker.inspect(text, at: offset)
    }
  }
}
