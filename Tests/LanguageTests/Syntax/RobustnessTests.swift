import Foundation
import Testing

@testable import Language

/// No text, however malformed, traps or hangs the parser.
@Suite struct RobustnessTests {
  /// Texts that hold every construct of the grammar, short enough to mutate at every place.
  static let seeds: [String] = [
    "let (a, b): (Int, Int?) = (1, nil), c = [1: \"x\\(a + 1)y\", 2: \"\"\"\n  z\n  \"\"\"]",
    "@inline(__always) private(set) static var x: [Int] = { [1] }() { willSet(n) { f() } didSet { } }",
    "func f<T: P & Q, U>(_ a: inout T, b c: @escaping (U) throws -> T = { $0 }, d: Int...) rethrows -> [T]? where T.A == U { try! g() }",
    "struct S<T>: A, B where T: C { init?(x: Int) throws { self.x = x }; subscript(i: Int) -> T { get { x[i] } set { } } }",
    "indirect enum E: String { case a = \"b\", c(x: Int, _ y: E); static func < (l: E, r: E) -> Bool { l.rawValue < r.rawValue } }",
    "class C: D { override final func f() { super.f() }; deinit { } ; lazy var y = 3; weak var z: C? }",
    "protocol P: AnyObject { associatedtype A: B = C; var x: Int { get set }; func f() -> Self; init() }",
    "extension Array where Element == Int { mutating func g() { for case let x? in self where x > 0 { continue } } }",
    "outer: for i in stride(from: 0, to: 9, by: 2) { while i < 3, let y = z?.a[0]!.b { break outer }; repeat { } while x }",
    "switch (x, y) { case (1...3, _), (let a, .some(let b)) where a > b: fallthrough; case is Int: f(); default: break }",
    "do { try g() } catch let e as E where e.x { throw e } catch { print(error) } ; defer { h() } ; guard case .a = b else { return }",
    "let v = if a { 1 } else if b { 2 } else { switch c { case .x: 3; default: 4 } }; x = y ? z : w as! Int is Bool",
    "xs.sorted { $0 < $1 }.map(\\.name).reduce(0, +) { [weak self, n = 3] (a, b: Int) -> Int in a &+ b } onEnd: { }",
    "precedencegroup P { associativity: left higherThan: Q assignment: true }; infix operator <+>: P; prefix func ! (a: A) -> B { }",
    "a<b>(c) + d < e > (f) && (any P).self is some Q ; let t: A<B<C>>.D? = .init(x: -1.5e3, y: 0xFFp2, #line) ; if #available(x 1, *) { }",
    "#if os(Linux)\nlet x = #\"raw \\#(y) \"quote\"\"#\n#endif\n/* a /* b */ c */ // d\nawait async actor ∇x √ y ≠ `class`",
  ]

  private func parse(_ bytes: some Sequence<UInt8>) {
    let text = String(decoding: Array(bytes), as: UTF8.self)
    for mode in [Parser.Mode.cell, .interface] {
      let file = SourceFile(name: "cell 1", cell: 1, text: text)
      let result = Parser.parse(file, mode: mode)
      let stray = result.diagnostics.first {
        $0.range.start < 0 || $0.range.end > Int32(file.bytes.count) || $0.range.start > $0.range.end
      }
      if let stray { Issue.record("\(stray.message.text) at \(stray.range.start)..<\(stray.range.end) of \(text)") }
    }
  }

  @Test(arguments: seeds)
  func `every prefix parses`(seed: String) {
    let bytes = Array(seed.utf8)
    for end in 0...bytes.count { parse(bytes[..<end]) }
  }

  @Test(arguments: seeds)
  func `every text with a token removed, doubled or exchanged parses`(seed: String) {
    let bytes = Array(seed.utf8)
    var lexer = Lexer(SourceFile(name: "cell 1", cell: 1, text: seed))
    let tokens = lexer.tokenize()
    let intruders = ["(", "}", "[", "<", ":", ".", "=", "\"", "case", "#if"]
    for token in tokens {
      let start = Int(token.start)
      let end = Int(token.end)
      parse(bytes[..<start] + bytes[end...])
      parse(bytes[..<end] + bytes[start...])
      for intruder in intruders { parse(Array(bytes[..<start]) + Array(intruder.utf8) + bytes[end...]) }
    }
  }

  /// Each opens something that may be nested; a thousand of them exhaust no stack.
  @Test(arguments: [
    "(", "[", "{", "f(", "x[", "-", "!", "&", "try ", "if x {", "switch x { case 1: ", "func f() {", "struct S {", "a ? ", "a = ",
    "\"\\(", "{ (a) in ", "[Int: ", "let x: (", "let x: [", "let x: A<", "case (", "if case .a(", "\\.[", "@a(", "#if x\n", "/*",
    "do { } catch (", "x as (", "some ", "any ", "if x {} else ", "a<", "for x in ", "repeat ", "\"\"\"\n\\(", "let (", ".a(", "await ",
  ])
  func `deep nesting is refused`(opening: String) {
    let text = String(repeating: opening, count: 5000)
    let result = Parser.parse(SourceFile(name: "cell 1", cell: 1, text: text))
    #expect(result.hasErrors)
  }

  @Test func `long chains are refused`() {
    for link in [" + a", ".a", "()", "[0]", "!", " as Int", ", a"] {
      let result = Parser.parse(
        SourceFile(name: "cell 1", cell: 1, text: "a" + String(repeating: link, count: 20_000)))
      #expect(result.hasErrors)
    }
  }

  /// Every text is read in time that grows with its length only.
  @Test func `mutations of random bytes parse`() {
    var generator = SplitMix(state: 42)
    for seed in Self.seeds {
      for _ in 0..<100 {
        var bytes = Array(seed.utf8)
        for _ in 0..<(1 + Int(generator.next() % 4)) {
          let place = Int(generator.next() % UInt64(bytes.count))
          bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        }
        parse(bytes)
      }
    }
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
