import Testing

@testable import Rendering

@Suite struct JSONReadingTests {
  @Test(arguments: [
    ("null", JSON.null), ("true", true), (" false ", false), ("0", 0), ("-0", 0), ("-12", -12), ("1.5e3", .double(1500)),
    ("9223372036854775807", .int(.max)), ("9223372036854775808", .double(9223372036854775808)), ("\"\"", ""),
    ("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "a\"\\/\u{8}\u{C}\n\r\t"), ("\"\\u00e9\"", "é"), ("\"\\ud83d\\ude00\"", "😀"),
    ("\"é😀\"", "é😀"), ("[]", []), ("[1,[2]]", [1, [2]]), ("{}", [:]), ("{\"b\":1,\"a\":{}}", ["b": 1, "a": [:]]),
    ("\t\n\r {\"a\" : [ ] }", ["a": []]),
  ] as [(String, JSON)])
  func texts(_ text: String, _ value: JSON) throws {
    #expect(try JSON(parsing: text) == value)
  }

  @Test(arguments: [
    ("\"\\ud83d\"", "\u{FFFD}"), ("\"\\ude00\"", "\u{FFFD}"), ("\"\\ud83dx\"", "\u{FFFD}x"),
    ("\"\\ud83d\\n\"", "\u{FFFD}\n"), ("\"\\ud83d\\ud83d\\ude00\"", "\u{FFFD}😀"),
  ])
  func halfSurrogates(_ text: String, _ value: String) throws {
    #expect(try JSON(parsing: text) == .string(value))
  }

  @Test(arguments: [
    "", " ", "nul", "tru", "truex", "True", "NaN", "Infinity", "-", "+1", "01", "1.", ".5", "1e", "1e+", "1e999", "0x1",
    "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\n\"", "[", "[1", "[1,", "[1,]", "[,]", "{", "{\"a\"", "{\"a\":",
    "{\"a\":1", "{\"a\":1,}", "{a:1}", "{1:1}", "1 2", "[1]]", "// x", "'a'",
  ])
  func whatIsNone(_ text: String) {
    #expect(throws: JSON.ParsingError.self) { try JSON(parsing: text) }
  }

  @Test func bytesThatAreNoText() {
    for bytes in [[0xFF], [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0x5C, 0x6E, 0xFF, 0x22]] {
      #expect(throws: JSON.ParsingError.self) { try JSON(parsing: bytes.map(UInt8.init)) }
    }
  }

  @Test func nestingIsBounded() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSON(parsing: nested(JSON.deepestNesting))
    #expect(throws: JSON.ParsingError.self) { try JSON(parsing: nested(JSON.deepestNesting + 1)) }
    #expect(throws: JSON.ParsingError.self) { try JSON(parsing: String(repeating: "{\"a\":", count: 1_000_000)) }
  }

  @Test func whatIsWrittenIsRead() throws {
    let every = String(String.UnicodeScalarView((0..<0x300).compactMap(Unicode.Scalar.init)))
    let value: JSON = [
      "text": .string(every), "numbers": [0, -1, .int(.min), .double(.leastNonzeroMagnitude), .double(-.greatestFiniteMagnitude), .double(0.1)],
      "": [true, false, nil, [:], [], ["nested": [["deep"]]]],
    ]
    #expect(try JSON(parsing: value.utf8) == value)
    #expect(JSON.double(.nan).utf8 == Array("null".utf8))
  }
}
