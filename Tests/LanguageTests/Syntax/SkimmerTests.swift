import Foundation
import Testing

@testable import Language

@Suite("Skimming a module's text")
struct SkimmerTests {
  private static let names = Library.sources.map(\.name) + ["corners", "Nabla"]

  private static func file(_ name: String) throws -> SourceFile {
    try Library.sources.first { $0.name == name }
      ?? SourceFile(name: name, cell: 0, text: name == "corners" ? corners : interface)
  }

  /// The parser, which reads every token, is the oracle.
  @Test(arguments: Self.names) func findsWhatTheParserFinds(_ name: String) throws {
    let file = try Self.file(name)
    var parser = Parser(file, mode: .library)
    let parsed = parser.parseTopLevel().compactMap(\.declaration).map(described)
    let skimmed = Parser.parse(file, mode: .library)
    #expect(parser.diagnostics.isEmpty && skimmed.diagnostics.isEmpty)
    let found = skimmed.statements.compactMap(\.declaration).map(described)
    #expect(found.count == parsed.count && !found.isEmpty)
    for (one, other) in zip(found, parsed) { #expect(one == other) }
  }

  @Test func leavesMembersAlone() {
    var (deferred, others) = (0, 0)
    func count(_ declaration: Decl) {
      switch declaration.kind {
      case .deferred: deferred += 1
      case .nominal(let syntax): syntax.members.forEach(count)
      case .extensionDecl(let syntax): syntax.members.forEach(count)
      default: others += 1
      }
    }
    for file in Library.sources {
      Parser.parse(file, mode: .library).statements.compactMap(\.declaration).forEach(count)
    }
    #expect(deferred > 1000 && others < deferred / 4)
  }

  /// What a call is told apart by, before the declaration is read.
  @Test(arguments: Self.names) func findsLabels(_ name: String) throws {
    let file = try Self.file(name)
    func compare(_ declaration: Decl) {
      var diagnostics: [Diagnostic] = []
      func labels(_ isSubscript: Bool = false) -> [String?] {
        Skimmer.labels(of: declaration.range, isSubscript: isSubscript)
      }
      switch declaration.whole(reporting: &diagnostics).kind {
      case .function(let syntax):
        if !syntax.isOperator { #expect(labels() == syntax.parameters.map { $0.label?.text }) }
      case .initializer(let syntax): #expect(labels() == syntax.parameters.map { $0.label?.text })
      case .subscriptDecl(let syntax): #expect(labels(true) == syntax.parameters.map { $0.label?.text })
      case .nominal(let syntax): syntax.members.forEach(compare)
      case .extensionDecl(let syntax): syntax.members.forEach(compare)
      default: break
      }
    }
    Parser.parse(file, mode: .library).statements.compactMap(\.declaration).forEach(compare)
  }

  @Test func tellsWhatIsNoDeclaration() {
    let file = SourceFile(name: "Broken", cell: 0, text: "public func f()\n1 + 2\nstruct S { 5; var x: Int }\n}")
    #expect(!Parser.parse(file, mode: .library).diagnostics.isEmpty)
  }

  /// Everything that a declaration says, with its place.
  private func described(_ declaration: Decl) -> String {
    var diagnostics: [Diagnostic] = []
    let whole = declaration.whole(reporting: &diagnostics)
    let attributes = whole.attributes.map { "@" + $0.name.text + "\($0.arguments.map { SyntaxDump.dump($0) })" }
    let words = attributes + whole.modifiers.map(\.name) + [whole.documentation ?? ""] + diagnostics.map(\.message.text)
    let head = "\(declaration.range.start)..<\(declaration.range.end) \(words)"
    func members(_ members: [Decl]) -> String { members.map(described).joined(separator: "\n") }
    switch whole.kind {
    case .nominal(let syntax):
      let parts = [syntax.generics, syntax.inherits, syntax.requirements] as [Any]
      return head + "\(syntax.kind) \(syntax.name.text) \(parts.map { SyntaxDump.dump($0) })\n" + members(syntax.members)
    case .extensionDecl(let syntax):
      let parts = [syntax.extended, syntax.inherits, syntax.requirements] as [Any]
      return head + "\(parts.map { SyntaxDump.dump($0) })\n" + members(syntax.members)
    default: return head + SyntaxDump.dump(whole.kind)
    }
  }

  /// The module that `Prelude` makes of the library.
  private static var interface: String {
    get throws {
      let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
      let path = root.appending(path: "Sources/Prelude/Generated/Interface.swift")
      let generated = try String(contentsOf: path, encoding: .utf8)
      let lines = generated.split(separator: "\n", omittingEmptySubsequences: false)
      let start = try #require(lines.firstIndex { $0.hasSuffix("##\"\"\"") })
      let end = try #require(lines.lastIndex { $0.hasSuffix("\"\"\"##") })
      return lines[(start + 1)..<end].joined(separator: "\n")
    }
  }

  private static let corners = ##"""
    // A comment with { and "
    /* another { /* nested " */ */
    /// Documented.
    @native("A") public final class A<T>: P, Q where T: P {
      /// One.
      public static let x = "a\("}" + "{")b", y = 2
      private(set) var z: Int = [1, 2]
        .map { $0 + 1 }
        .count; var w: (Int) -> Int = { $0 }
      var lines = """
        { "x" \(1 + (2))
        """
      var raw = #"\(" }"#
      var computed: Int { x == 1 ? 2 : 3 }
      class var shared: A { get { fatalError("}") } set {} }
      class func make() -> A { A() }
      convenience init?(_ x: Int = 5, y: [Int] = [1, 2]) { self.init() }
      public required init() {}
      subscript(_ i: Int, default value: @autoclosure () -> Int) -> Int {
        get { value() }
        set { _ = "{" }
      }
      func `default`() -> Int { 5 }
      func long(
        _ a: Int,
        b: String = ")"
      ) throws
        -> Int
        where T: P
      { 5 }
      func native() -> (Int, Int)
      static func <<T>(_ a: T, _ b: A) -> Bool
      static prefix func - (x: A) -> A
      static func <= (_ a: A, _ b: A) -> Bool { a / b /* } */ == 2 }
      struct Inner { let a: Int; func f() {} }
      deinit { print("}") }
    }
    protocol P { associatedtype E: P where E.E == Int
      var a: Int { get }
      static var b: Int { get set }
      func f() -> Int
      init(a: Int) }
    public enum B: String { case a, b = "{"
      indirect case c(Int, label: String),
        d
      var e: Int { switch self { case .a: 1; default: 2 } }
    }
    extension A.Inner: P where T == Int { typealias X = [Int: (Int) -> Void]
      fileprivate func g() {} }
    extension [Int] {}
    infix operator **: Power
    precedencegroup Power { associativity: right }
    public let global: Double = 3.14
    public var other: Int { @native(5) get @native(6) set }
    func outer<T: P>(_ f: (T) -> Void = { _ in }) rethrows -> T? { nil }
    typealias Y<T> = A<T>
    func last() -> Int
    """##
}

extension Stmt {
  fileprivate var declaration: Decl? {
    if case .declaration(let declaration) = kind { return declaration }
    return nil
  }
}
