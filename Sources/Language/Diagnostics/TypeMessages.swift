// What the type checker says of names and types, worded as `swiftc` words it where it has the message.
extension Diagnostic.Message {
  static func cannotFind(_ name: String) -> Self { Self(id: #function, text: "cannot find '\(name)' in scope") }

  static func cannotFindType(_ name: String) -> Self { Self(id: #function, text: "cannot find type '\(name)' in scope") }

  static func didYouMean(_ name: String) -> Self { Self(id: #function, severity: .note, text: "did you mean '\(name)'?") }

  static func refusedDeclaration(_ name: String, in cell: String) -> Self {
    Self(
      id: #function, severity: .note,
      text: "\(cell) declares '\(name)', but it had an error and nothing of it was run")
  }

  static func writeInstead(_ hint: String) -> Self { Self(id: #function, severity: .note, text: hint) }

  static func anonymousOutsideClosure() -> Self {
    Self(id: #function, text: "anonymous closure argument not contained in a closure")
  }

  static func usedBeforeDeclaration(_ name: String) -> Self {
    Self(id: #function, text: "use of local variable '\(name)' before its declaration")
  }

  static func declaredHere(_ name: String) -> Self { Self(id: #function, severity: .note, text: "'\(name)' declared here") }

  static func redeclaration(_ name: String) -> Self { Self(id: #function, text: "invalid redeclaration of '\(name)'") }

  static func previouslyDeclared(_ name: String) -> Self {
    Self(id: #function, severity: .note, text: "'\(name)' previously declared here")
  }

  static func anyOfConcrete(_ type: Type) -> Self {
    Self(id: #function, text: "'any' has no effect on concrete type '\(type)'")
  }

  static var someOfConcrete: Self {
    Self(id: "someOfConcrete", text: "an 'opaque' type must specify only 'Any', 'AnyObject', protocols, and/or a base class")
  }

  static var someNotAllowed: Self {
    Self(id: "someNotAllowed", text: "'some' types are only permitted in properties, subscripts, and functions")
  }

  static func notAProtocol(_ type: Type) -> Self {
    Self(id: #function, text: "non-protocol, non-class type '\(type)' cannot be used within a protocol-constrained type")
  }

  static var inferredNotAllowed: Self {
    Self(id: "inferredNotAllowed", text: "type placeholder not allowed here")
  }

  static func moduleIsNotType(_ name: String) -> Self { Self(id: #function, text: "module '\(name)' is not a type") }

  static func noTypeInModule(_ name: String, _ module: String) -> Self {
    Self(id: #function, text: "no type named '\(name)' in module '\(module)'")
  }

  static func noMemberInModule(_ module: String, _ name: String) -> Self {
    Self(id: #function, text: "module '\(module)' has no member named '\(name)'")
  }

  static var expectedMemberOfModule: Self {
    Self(id: "expectedMemberOfModule", text: "expected module member name after module name")
  }

  static func noSuchModule(_ name: String) -> Self { Self(id: #function, text: "no such module '\(name)'") }

  static func notMemberType(_ name: String, of type: Type) -> Self {
    Self(id: #function, text: "'\(name)' is not a member type of type '\(type)'")
  }

  static func cannotSpecialize(_ type: Type) -> Self {
    Self(id: #function, text: "cannot specialize non-generic type '\(type)'")
  }

  static func genericArgumentCount(_ name: String, expected: Int, found: Int) -> Self {
    Self(
      id: #function,
      text: "generic type '\(name)' specialized with too \(found < expected ? "few" : "many") type parameters (got \(found), but expected \(expected))")
  }

  static func genericNeedsArguments(_ name: String, _ parameters: [String]) -> Self {
    Self(id: #function, text: "reference to generic type '\(name)' requires arguments in <...>")
  }

  static func typeDoesNotConform(_ type: Type, _ proto: NominalDecl) -> Self {
    Self(id: #function, text: "type '\(type)' does not conform to protocol '\(proto.name)'")
  }

  static func requiresSameType(_ name: String, _ left: Type, _ right: Type) -> Self {
    Self(id: #function, text: "'\(name)' requires the types '\(left)' and '\(right)' be equivalent")
  }

  static func requiresSubclass(_ name: String, _ type: Type, _ bound: Type) -> Self {
    Self(id: #function, text: "'\(name)' requires that '\(type)' inherit from '\(bound)'")
  }

  static func requiresClass(_ name: String, _ type: Type) -> Self {
    Self(id: #function, text: "'\(name)' requires that '\(type)' be a class type")
  }

  static func unsupportedFeature(_ name: String) -> Self {
    Self(id: #function, text: "'\(name)' is not part of Nabla's Swift")
  }
}
