// What the type checker says of expressions, worded as `swiftc` words it where it has the message.
extension Diagnostic.Message {
  static var tooComplex: Self {
    Self(
      id: "tooComplex",
      text: "the compiler is unable to type-check this expression in reasonable time; try breaking up the expression into distinct sub-expressions")
  }

  static var tooDeep: Self { Self(id: "tooDeep", text: "the expression nests too deeply to be type-checked") }

  static var failedToProduce: Self {
    Self(id: "failedToProduce", text: "type of expression is ambiguous without a type annotation")
  }

  static func ambiguousUse(_ function: FunctionDecl) -> Self {
    let isUnlabelled = !function.parameters.isEmpty && function.parameters.allSatisfy { $0.label == nil }
    return Self(id: #function, text: "ambiguous use of '\(isUnlabelled ? function.name : function.signatureName)'")
  }

  static func thisCandidate() -> Self { Self(id: #function, severity: .note, text: "found this candidate") }

  static func integerTooLarge(_ text: String) -> Self {
    Self(id: #function, text: "integer literal '\(text)' overflows when stored into 'Int'")
  }

  static func literalOverflows(_ text: String, _ type: Type) -> Self {
    Self(id: #function, text: "integer literal '\(text)' overflows when stored into '\(type)'")
  }

  static func notOneCharacter(_ isEmpty: Bool) -> Self {
    Self(id: #function, text: isEmpty ? "cannot convert empty string literal to 'Character'" : "cannot convert value of type 'String' to specified type 'Character'")
  }

  static var superAlone: Self { Self(id: "superAlone", text: "expected '.' or '[' after 'super'") }

  static func superWithoutSuperclass(_ name: String) -> Self {
    Self(id: #function, text: "'super' cannot be used in class '\(name)' because it has no superclass")
  }

  static var superOutsideClass: Self { Self(id: "superOutsideClass", text: "'super' cannot be used outside of class members") }

  static var discardOutsideAssignment: Self {
    Self(id: "discardOutsideAssignment", text: "'_' can only appear in a pattern or on the left side of an assignment")
  }

  static var interpolationArguments: Self {
    Self(id: "interpolationArguments", text: "an interpolation takes one value without a label; use String(format:) to format it")
  }

  static var ampersandOutsideCall: Self {
    Self(id: "ampersandOutsideCall", text: "'&' may only be used to pass an argument to inout parameter")
  }

  static var isAlwaysTrue: Self { Self(id: "isAlwaysTrue", severity: .warning, text: "'is' test is always true") }

  static func castAlwaysSucceeds(_ from: Type, _ to: Type) -> Self {
    Self(id: #function, severity: .warning, text: "conditional cast from '\(from)' to '\(to)' always succeeds")
  }

  static func forcedCastAlwaysSucceeds(_ from: Type, _ to: Type) -> Self {
    Self(id: #function, severity: .warning, text: "forced cast from '\(from)' to '\(to)' always succeeds; did you mean to use 'as'?")
  }

  static func castAlwaysFails(_ from: Type, _ to: Type) -> Self {
    Self(id: #function, severity: .warning, text: "cast from '\(from)' to unrelated type '\(to)' always fails")
  }

  static var partialMutating: Self {
    Self(id: "partialMutating", text: "partial application of 'mutating' method is not allowed")
  }

  static var callNotMarkedWithTry: Self {
    Self(id: "callNotMarkedWithTry", text: "call can throw but is not marked with 'try'")
  }

  static var errorsNotHandled: Self { Self(id: "errorsNotHandled", text: "errors thrown from here are not handled") }

  static var errorsNotHandledInCatch: Self {
    Self(
      id: "errorsNotHandledInCatch", text: "errors thrown from here are not handled because the enclosing catch is not exhaustive")
  }

  static var callNotMarkedNorHandled: Self {
    Self(
      id: "callNotMarkedNorHandled", text: "call can throw, but it is not marked with 'try' and the error is not handled")
  }

  static var throwNotHandledInCatch: Self {
    Self(id: "throwNotHandledInCatch", text: "error is not handled because the enclosing catch is not exhaustive")
  }

  static func booleanContext(_ type: Type, isNegated: Bool) -> Self {
    Self(id: #function, text: "type '\(type)' cannot be used as a boolean; test for '\(isNegated ? "==" : "!=") 0' instead")
  }

  static func optionalAsBoolean(_ type: Type, isNegated: Bool) -> Self {
    Self(id: #function, text: "optional type '\(type)' cannot be used as a boolean; test for '\(isNegated ? "==" : "!=") nil' instead")
  }

  static var assignmentAsCondition: Self {
    Self(id: "assignmentAsCondition", text: "use of '=' in a boolean context, did you mean '=='?")
  }

  static func argumentDoesNotConform(_ type: Type, _ expected: String) -> Self {
    Self(id: #function, text: "argument type '\(type)' does not conform to expected type '\(expected)'")
  }

  static func explicitSelfNeeded(_ what: String, _ name: String) -> Self {
    Self(
      id: #function,
      text: "\(what) '\(name)' in closure requires explicit use of 'self' to make capture semantics explicit")
  }

  static func inaccessible(_ name: String, _ level: String) -> Self {
    Self(id: #function, text: "'\(name)' is inaccessible due to '\(level)' protection level")
  }

  static func initializerInaccessible(_ name: String, _ level: String) -> Self {
    Self(id: #function, text: "'\(name)' initializer is inaccessible due to '\(level)' protection level")
  }

  static func valueDoesNotConform(_ type: Type, _ expected: String) -> Self {
    Self(id: #function, text: "value of type '\(type)' does not conform to specified type '\(expected)'")
  }

  static func memberExpectsArgument(_ name: String, _ type: Type) -> Self {
    Self(id: #function, text: "member '\(name)' expects argument of type '\(type)'")
  }

  static func cannotAssignToSubscript(_ from: Type, _ to: Type) -> Self {
    Self(id: #function, text: "cannot assign value of type '\(from)' to subscript of type '\(to)'")
  }

  static func declaredClosureResult(_ declared: Type, _ wanted: Type) -> Self {
    Self(id: #function, text: "declared closure result '\(declared)' is incompatible with return type '\(wanted)'")
  }

  static var stringSubscript: Self {
    Self(
      id: "stringSubscript",
      text: "'subscript(_:)' is unavailable: cannot subscript String with an Int, use a String.Index instead.")
  }

  static func tupleLengths(_ from: Type, _ count: Int, _ elements: [Type]) -> Self {
    let wanted = (0..<count).map { $0 < elements.count ? elements[$0].description : "_" }.joined(separator: ", ")
    return Self(
      id: #function, text: "'\(from)' is not convertible to '(\(wanted))', tuples have a different number of elements")
  }

  static func noTupleMember(_ type: Type, _ name: String) -> Self {
    Self(id: #function, text: "value of tuple type '\(type)' has no member '\(name)'")
  }

  static var throwNotHandled: Self {
    Self(id: "throwNotHandled", text: "error is not handled because the enclosing function is not declared 'throws'")
  }

  static func cannotAssign(_ kind: String, _ why: String) -> Self {
    Self(id: #function, text: kind == "through subscript" ? "cannot assign through subscript: \(why)" : "cannot assign to \(kind): \(why)")
  }

  static func cannotMutate(_ why: String) -> Self {
    Self(id: #function, text: "cannot use mutating member on immutable value: \(why)")
  }

  static func cannotPassInout(_ why: String) -> Self {
    Self(id: #function, text: "cannot pass immutable value as inout argument: \(why)")
  }

  static func leftSideImmutable(_ why: String) -> Self {
    Self(id: #function, text: "left side of mutating operator isn't mutable: \(why)")
  }

  static var changeLetToVar: Self {
    Self(id: "changeLetToVar", severity: .note, text: "change 'let' to 'var' to make it mutable")
  }

  static func markMutating(_ name: String) -> Self {
    Self(id: #function, severity: .note, text: "mark method 'mutating' to make 'self' mutable")
  }
}
