extension Diagnostic {
  /// Something that Swift has and the cell language has not. Each says what a cell can do instead, where there is
  /// something.
  package enum Feature: Sendable {
    case asynchronous(String)
    case attribute(String)
    case availability
    case conditionalCompilation
    case coroutineAccessors
    case destructuringParameter
    case genericAssociatedTypes
    case hash(String)
    case macroDeclaration
    case macroExpansion
    case ownership(String)
    case parameterPacks
    case regexLiteral
    case suppressedConformance
    case valueGenerics

    var sentence: String {
      let (what, instead) = wording
      return "\(what) is not part of Nabla's Swift; \(instead)"
    }

    private var wording: (what: String, instead: String) {
      switch self {
      case .asynchronous(let word): ("'\(word)'", "a cell runs from top to bottom, so call functions directly")
      case .attribute(let name): ("'@\(name)'", "remove the attribute or write out what it would generate")
      case .availability: ("'#available'", "a cell runs on one platform, so the condition is always true")
      case .conditionalCompilation: ("'#if'", "use 'if', or delete the branch that you do not need")
      case .coroutineAccessors: ("a coroutine accessor", "write 'get' and 'set'")
      case .destructuringParameter:
        ("a tuple in place of a parameter's name", "name the parameter and take '.0' and '.1' of it")
      case .genericAssociatedTypes: ("a generic associated type", "give the protocol another associated type")
      case .hash(let name): ("'#\(name)'", "remove it")
      case .macroDeclaration: ("'macro'", "write a function")
      case .macroExpansion: ("a macro", "write out what it would generate")
      case .ownership(let word): ("'\(word)'", "values are copied and released without it")
      case .parameterPacks: ("a parameter pack", "write one overload per number of parameters, or use an array")
      case .regexLiteral: ("a regular expression literal", "use the methods of String: split, contains, firstIndex")
      case .suppressedConformance: ("a suppressed conformance ('~Copyable')", "every type can be copied")
      case .valueGenerics: ("an integer generic parameter", "pass the number to the initializer")
      }
    }

    /// Words that stand before an expression.
    static let prefix: [String: Feature] = [
      "await": .asynchronous("await"), "consume": .ownership("consume"), "copy": .ownership("copy"),
      "borrow": .ownership("borrow"), "unsafe": .ownership("unsafe"), "repeat": .parameterPacks,
    ]

    /// Attributes that change what a declaration means.
    static let attribute: [String: Feature] = Dictionary(
      uniqueKeysWithValues: [
        "MainActor", "globalActor", "propertyWrapper", "resultBuilder", "dynamicCallable", "objc", "objcMembers", "main",
        "NSManaged", "IBAction", "IBOutlet", "UIApplicationMain", "NSApplicationMain", "attached", "freestanding",
      ].map { ($0, Feature.attribute($0)) })
  }
}
