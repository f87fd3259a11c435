@testable import Language
import Testing

/// The types that `swiftc` gives to expressions.
@Suite struct InferenceTests {
  static let expressions: [(text: String, type: String)] = [
    ("1 + 2 * 3", "Int"), ("1 + 2.5", "Double"), ("1.5 * 2 - 3", "Double"), ("-5", "Int"), ("\"a\" + \"b\"", "String"),
    ("[1, 2.5]", "[Double]"), ("[1, nil]", "[Int?]"), ("[\"a\": 1]", "[String : Int]"), ("[[1], []]", "[[Int]]"),
    ("true ? 1 : 2.5", "Double"), ("(1, \"a\", x: 2.0)", "(Int, String, x: Double)"), ("max(1, 2.5)", "Double"),
    ("[1, 2, 3].map { $0 * 2 }", "[Int]"), ("[1, 2, 3].map { Double($0) / 2 }", "[Double]"),
    ("[1, 2, 3].map { $0 + 1.5 }", "[Double]"), ("[1, 2].reduce(0) { $0 + $1 }", "Int"), ("[1.5].reduce(0, +)", "Double"),
    ("[3, 1].sorted(by: >).first", "Int?"), ("[1, 2].map(String.init).joined(separator: \", \")", "String"),
    ("[\"a\": 1].map { $0.key }", "[String]"), ("[\"a\": 1].map { k, v in \"\\(k)\\(v)\" }", "[String]"),
    ("zip([1], [2]).map(*)", "[Int]"), ("[1, 2].enumerated().map { $0.offset * $0.element }", "[Int]"),
    ("[1, 2].map { n -> String in let m = n + 1; return \"\\(m)\" }", "[String]"),
    ("[1, 2].map { n in if n > 1 { \"a\" } else { \"b\" } }", "[String]"), ("Int(\"3\") ?? 0", "Int"),
    ("Optional(3).map { $0 + 1 }", "Int?"), ("[1: \"a\"][1]", "String?"), ("[1: \"a\"][1]?.count", "Int?"),
    ("Set([1, 2])", "Set<Int>"), ("Array(repeating: 0.0, count: 3)", "[Double]"), ("Array(1...3)", "[Int]"),
    ("(1...10).filter { $0.isMultiple(of: 2) }", "[Int]"), ("stride(from: 0.0, to: 1, by: 0.1).map { $0 }", "[Double]"),
    ("\"abc\".map { $0 }", "[Character]"), ("{ (a: Int, b: Int) in a + b }", "(Int, Int) -> Int"), ("{ 5 }()", "Int"),
    ("try? Int(\"3\")", "Int?"), ("5 as Double", "Double"), ("5 as Any as? Int", "Int?"), ("Int.self", "Int.Type"),
    ("\\String.count", "KeyPath<String, Int>"), ("[\"a\"].map(\\.count)", "[Int]"), ("Int.max", "Int"),
    ("[1, 2, 3][1...]", "ArraySlice<Int>"), ("1...3", "ClosedRange<Int>"), ("0.5..<2", "Range<Double>"),
    ("(1, 2) < (1, 3)", "Bool"), ("[Int]()", "[Int]"), ("[String: [Int]]()", "[String : [Int]]"),
    ("Dictionary(grouping: [\"a\"], by: { $0.count })", "[Int : [String]]"), ("[1, 2].contains { $0 > 1 }", "Bool"),
  ]

  @Test(arguments: expressions) func type(_ text: String, _ expected: String) {
    #expect(CheckedSession().type(text) == expected)
  }

  /// What is assigned to has the type of its declaration, also where the key is worked out later than the value.
  @Test func targetsOfAssignmentsDecideTheirOwnTypes() {
    let session = CheckedSession()
    #expect(session.errors("var d: [String: Int] = [:], n = 3\nstruct P { func moved() -> P { self } }\nvar e: [String: P] = [:]") == [])
    for text in [
      "d[\"a\".lowercased()] = n", "d[\"a\".count.description] = n + 1", "e[(nil as String?) ?? \"b\"] = P().moved()",
      "d[\"a\".lowercased()] = nil", "d[\"a\".lowercased(), default: 0] += n",
    ] { #expect(session.errors(text) == [], "\(text)") }
  }

  /// Literals, variables and brackets of two numeric types: the search must not grow with the length.
  @Test func longChainsOfOperatorsSolve() {
    let session = CheckedSession()
    #expect(session.errors("let a = 1.5, b = 2.5, n = 3") == [])
    #expect(session.type("a + b * 2 - 3 / a + 4 * b - a * 5 + b / 6 + 1 - 2 * a") == "Double")
    #expect(session.type((0..<80).map { "\($0)" }.joined(separator: " + ") + " + a") == "Double")
    #expect(session.errors("let z: Double = 1 / 2 + 3 / 4 + 5 / 6 + 7 / 8 + 9 / 10") == [])
    let mixed = session.errors("a + n * b - 2")
    #expect(mixed == ["1:7: binary operator '*' cannot be applied to operands of type 'Int' and 'Double'"])
  }

  /// `Tensor([1, 2])` was one of integers: literals count as `Int` unless that overload is said to be the worse one.
  @Test func aDisfavoredOverloadIsTheLastChoice() {
    let session = CheckedSession()
    #expect(
      session.errors(
        """
        @_disfavoredOverload func kind(_ values: [Int]) -> Int { 0 }
        func kind(_ values: [Double]) -> String { "" }
        """) == [])
    #expect(session.type("kind([1, 2])") == "String")
    #expect(session.type("kind([1, 2].map { $0 + 0 } as [Int])") == "Int")
  }

  /// Arguments that have nothing to do with each other are solved by themselves.
  @Test func independentArgumentsDoNotMultiply() {
    let chain = "[1, 2, 3].lazy.map { $0 * 2 }.first!, \"a,b\".split(separator: \",\").map(String.init)"
    #expect(CheckedSession().errors("print(\(Array(repeating: chain, count: 6).joined(separator: ", ")))") == [])
  }
}
