/// The type checker of a session: it lives as long as the session and knows every module and every name of past cells.
///
/// A cell is checked as a whole. With an error it declares nothing: what was changed in older declarations meanwhile
/// (members added by extensions, names replaced) is undone.
package final class Checker {
  /// The modules in the order of their declaration; each sees those before it.
  package internal(set) var modules: [String] = []
  var moduleScopes: [ModuleScope] = []
  /// The names of the session's cells.
  let session = ModuleScope(name: "main")
  /// The names of the cell under way; they join those of the session if the cell has no error.
  var cell: ModuleScope?
  package internal(set) var operators = OperatorTable.standard
  @exclusivity(unchecked) package internal(set) var wellKnown = WellKnown()
  /// Whether the cell under way is to stop; asked between the steps of what can take long. Its check is then worth nothing.
  package var isStopping: () -> Bool = { false }
  /// Names of cells that had an error, with the place of their declaration.
  var refusedNames: [String: SourceRange] = [:]
  var diagnostics: [Diagnostic] = []
  /// Keeps them alive, for their identities.
  var keptFiles: [SourceFile] = []
  /// The texts of modules.
  var moduleFiles: Set<ObjectIdentifier> = []
  /// How to take back what the cell under way has changed.
  var undo: [() -> Void] = []
  /// The requirements in force where the checker is working.
  @exclusivity(unchecked) var environment = GenericEnvironment([])
  /// Bodies and initial values of the cell that wait until all of its names are known.
  var delayed: [() -> Void] = []
  var overrideCache: [OverrideKey: FunctionDecl] = [:]
  /// Calls of closures in closures in … are checked again with each overload around them; the depth is bounded.
  @exclusivity(unchecked) var depth = 0
  /// While the headers of types are worked out, bounds of generic arguments are not checked yet.
  var isDeclaringHeaders = false
  /// Set while a text is checked only to learn about the place of a cursor.
  var probe: Probe?
  /// Set while someone wants to know where the cells' names stand.
  package var mentions: Mentions?
  /// Runs when the names of a batch of types are known and their headers are not.
  var willResolveHeaders: (() -> Void)?
  static let maximumDepth = 200

  /// What any type calls a type nested in it, an alias or an associated type: other names are no members that name types.
  @exclusivity(unchecked) var namesOfTypeMembers: Set<String> = []
  /// Functions declared within functions: they may capture, and are closures where they do.
  var localFunctions: Set<FunctionDecl> = []
  /// Variables that were declared without a value: a `let` may get its value later, once.
  var withoutValue: Set<Variable> = []
  /// The scope of the cell's own statements, and the globals that it has declared.
  var topScope: Scope?
  var globals: [Variable] = []
  /// Generic parameters in force where a conversion makes a closure.
  var currentGenerics: [GenericParameter] = []

  package init() {}

  // MARK: Diagnostics

  /// Says something once for each place.
  func report(_ message: Diagnostic.Message, at range: SourceRange, notes: [Note] = [], fixes: [Diagnostic.Fix] = []) {
    // A fault in a module's text is none of the cell that happens to use it first.
    if cell != nil, moduleFiles.contains(ObjectIdentifier(range.file)) { return }
    for known in diagnostics
    where known.message.severity == message.severity && known.range.start == range.start
      && known.range.file === range.file && known.message.text == message.text {
      return
    }
    var diagnostic = Diagnostic(message, at: range)
    diagnostic.notes = notes
    diagnostic.fixes = fixes
    diagnostics.append(diagnostic)
  }

  typealias Note = (message: Diagnostic.Message, range: SourceRange?)

  /// How many errors of the cell are about the order of its statements: they hide no others of their kind.
  var flowErrors = 0

  var hasErrors: Bool { diagnostics.contains { $0.message.severity == .error } }

  /// Runs with diagnostics kept apart, and gives them back.
  func collectingDiagnostics<T>(_ body: () -> T) -> (value: T, diagnostics: [Diagnostic]) {
    let saved = diagnostics
    diagnostics = []
    let value = body()
    let collected = diagnostics
    diagnostics = saved
    return (value, collected)
  }

  /// Whether a literal is no number at all, which the lexer has said.
  func diagnosedBySyntax(_ range: SourceRange) -> Bool {
    let text = range.text.filter { $0 != "_" }
    let digits = text.dropFirst(text.hasPrefix("0x") || text.hasPrefix("0b") || text.hasPrefix("0o") ? 2 : 0)
    return digits.isEmpty || !digits.allSatisfy { text.hasPrefix("0x") ? $0.isHexDigit : $0.isNumber }
  }

  func withEnvironment<T>(_ environment: GenericEnvironment, _ body: () -> T) -> T {
    let saved = self.environment
    self.environment = environment
    defer { self.environment = saved }
    return body()
  }
}

/// Names a method and the class of an object that it is called on.
struct OverrideKey: Hashable {
  let method: FunctionDecl
  let type: NominalDecl
}

/// The declarations of the library that the language itself speaks of.
package struct WellKnown {
  var library: ModuleScope?

  package func nominal(_ name: String) -> NominalDecl? {
    for case .nominal(let decl) in library?.entities(named: name) ?? [] { return decl }
    return nil
  }

  func type(_ name: String) -> Type { nominal(name).map { .nominal($0, []) } ?? .error }

  package private(set) var optionalDecl: NominalDecl?
  package private(set) var arrayDecl: NominalDecl?
  package private(set) var dictionaryDecl: NominalDecl?
  package private(set) var setDecl: NominalDecl?
  package private(set) var anyHashable: NominalDecl?
  package private(set) var int: Type = .error
  package private(set) var double: Type = .error
  package private(set) var float: Type = .error
  package private(set) var bool: Type = .error
  package private(set) var string: Type = .error
  package private(set) var character: Type = .error
  package private(set) var never: Type = .error
  package private(set) var error: NominalDecl?
  package private(set) var sequence: NominalDecl?
  package private(set) var iteratorProtocol: NominalDecl?
  package private(set) var equatable: NominalDecl?
  package private(set) var hashable: NominalDecl?
  package private(set) var comparable: NominalDecl?
  package private(set) var caseIterable: NominalDecl?
  package private(set) var rawRepresentable: NominalDecl?
  private(set) var literalProtocols: [LiteralKind: NominalDecl] = [:]
  private(set) var interpolation: NominalDecl?
  private(set) var graphemeLiteral: NominalDecl?

  /// Looks them up once the library has been declared.
  mutating func find(in library: ModuleScope) {
    self.library = library
    optionalDecl = nominal("Optional")
    arrayDecl = nominal("Array")
    dictionaryDecl = nominal("Dictionary")
    setDecl = nominal("Set")
    anyHashable = nominal("AnyHashable")
    int = type("Int")
    double = type("Double")
    float = type("Float")
    bool = type("Bool")
    string = type("String")
    character = type("Character")
    never = type("Never")
    error = nominal("Error")
    sequence = nominal("Sequence")
    iteratorProtocol = nominal("IteratorProtocol")
    equatable = nominal("Equatable")
    hashable = nominal("Hashable")
    comparable = nominal("Comparable")
    caseIterable = nominal("CaseIterable")
    rawRepresentable = nominal("RawRepresentable")
    interpolation = nominal("ExpressibleByStringInterpolation")
    graphemeLiteral = nominal("ExpressibleByExtendedGraphemeClusterLiteral")
    for (kind, name) in [
      (LiteralKind.integer, "ExpressibleByIntegerLiteral"), (.float, "ExpressibleByFloatLiteral"),
      (.string, "ExpressibleByStringLiteral"), (.boolean, "ExpressibleByBooleanLiteral"),
      (.nilLiteral, "ExpressibleByNilLiteral"), (.array, "ExpressibleByArrayLiteral"),
      (.dictionary, "ExpressibleByDictionaryLiteral"),
    ] { literalProtocols[kind] = nominal(name) }
  }

  /// `AnyHashable.init(_:)`
  package var hashableInitializer: FunctionDecl? {
    for case .function(let initializer) in anyHashable?.members(named: "init") ?? [] { return initializer }
    return nil
  }

  package func optional(_ wrapped: Type) -> Type { optionalDecl.map { .nominal($0, [wrapped]) } ?? .error }
  package func array(_ element: Type) -> Type { arrayDecl.map { .nominal($0, [element]) } ?? .error }
  package func dictionary(_ key: Type, _ value: Type) -> Type {
    dictionaryDecl.map { .nominal($0, [key, value]) } ?? .error
  }
  package var anyError: Type { error.map { .existential(ExistentialType(protocols: [$0])) } ?? .error }

  /// The payload of an optional type.
  package func unwrapped(_ type: Type) -> Type? {
    if case .nominal(let decl, let arguments) = type, decl === optionalDecl { return arguments.first }
    return nil
  }

  func stripped(_ type: Type) -> Type {
    var type = type
    while let inner = unwrapped(type) { type = inner }
    return type
  }

  /// The declaration of the type that a literal has where nothing else decides.
  func standard(_ kind: LiteralKind) -> NominalDecl? {
    switch kind {
    case .nilLiteral: return optionalDecl
    case .array: return arrayDecl
    case .dictionary: return dictionaryDecl
    case .integer, .float, .string, .boolean: return defaultType(kind)?.nominal
    }
  }

  /// The type that a literal has where nothing else decides.
  func defaultType(_ kind: LiteralKind) -> Type? {
    switch kind {
    case .integer: return int
    case .float: return double
    case .string: return string
    case .boolean: return bool
    case .nilLiteral, .array, .dictionary: return nil
    }
  }
}
