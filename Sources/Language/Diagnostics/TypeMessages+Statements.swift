// What the type checker says of statements and patterns, worded as `swiftc` words it where it has the message.
extension Diagnostic.Message {
  static var continueOutsideLoop: Self { Self(id: "continueOutsideLoop", text: "'continue' is only allowed inside a loop") }

  static func continueNotLoop(_ label: String) -> Self {
    Self(id: #function, text: "'continue' cannot be used with label '\(label)', which is not a loop")
  }

  static var breakInBranch: Self {
    Self(
      id: "breakInBranch",
      text: "unlabeled 'break' is only allowed inside a loop or switch, a labeled break is required to exit an if or do")
  }

  static var breakOutsideLoop: Self {
    Self(id: "breakOutsideLoop", text: "'break' is only allowed inside a loop, if, do, or switch")
  }

  static func unknownLabel(_ name: String) -> Self { Self(id: #function, text: "cannot find label '\(name)' in scope") }

  static var fallthroughOutsideSwitch: Self {
    Self(id: "fallthroughOutsideSwitch", text: "'fallthrough' is only allowed inside a switch")
  }

  static var returnInDefer: Self { Self(id: "returnInDefer", text: "'return' cannot transfer control out of a defer statement") }

  static var returnOutsideFunction: Self { Self(id: "returnOutsideFunction", text: "return invalid outside of a func") }

  static var nilFromInitializer: Self {
    Self(id: "nilFromInitializer", text: "only a failable initializer can return 'nil'")
  }

  static var valueFromInitializer: Self {
    Self(id: "valueFromInitializer", text: "'nil' is the only return value permitted in an initializer")
  }

  static var nonVoidNeedsValue: Self { Self(id: "nonVoidNeedsValue", text: "non-void function should return a value") }

  static func unexpectedReturnValue(_ what: String) -> Self {
    Self(id: #function, text: "unexpected non-void return value in void function")
  }

  static func bindingNeedsOptional(_ type: Type) -> Self {
    Self(id: #function, text: "initializer for conditional binding must have Optional type, not '\(type)'")
  }

  static func forInOptional(_ type: Type) -> Self {
    Self(id: #function, text: "for-in loop requires '\(type)' to conform to 'Sequence'; did you mean to unwrap optional?")
  }

  static func protocolRequiresConformance(_ name: String, _ type: Type, _ proto: NominalDecl) -> Self {
    Self(id: #function, text: "protocol '\(name)' requires that '\(type)' conform to '\(proto.name)'")
  }

  static func forInRequiresSequence(_ type: Type) -> Self {
    Self(id: #function, text: "for-in loop requires '\(type)' to conform to 'Sequence'")
  }

  static func mustBeBoundInEvery(_ name: String) -> Self {
    Self(id: #function, text: "'\(name)' must be bound in every pattern")
  }

  static func emptyCase(isDefault: Bool) -> Self {
    Self(id: #function, text: "'\(isDefault ? "default" : "case")' label in a 'switch' must have at least one executable statement")
  }

  static var ifNeedsElse: Self { Self(id: "ifNeedsElse", text: "'if' must have an unconditional 'else' to be used as expression") }

  static var branchNeedsExpression: Self {
    Self(id: "branchNeedsExpression", text: "non-expression branch of 'if' expression may only end with a 'throw'")
  }

  static func patternVariableType(_ name: String, _ expected: Type, _ found: Type) -> Self {
    Self(id: #function, text: "pattern variable bound to type '\(found)', expected type '\(expected)'")
  }

  static func tuplePatternCount(expected: Int, found: Int) -> Self {
    Self(id: #function, text: "tuple pattern has the wrong length for tuple type: expected \(expected) elements, got \(found)")
  }

  static func tuplePatternType(_ type: Type) -> Self {
    Self(id: #function, text: "tuple pattern cannot match values of non-tuple type '\(type)'")
  }

  static func tuplePatternLabel(_ found: String, _ expected: String) -> Self {
    Self(id: #function, text: "tuple pattern element label '\(found)' must be '\(expected)'")
  }

  static func optionalPatternType(_ type: Type) -> Self {
    Self(id: #function, text: "'?' pattern cannot match values of type '\(type)'")
  }

  static func patternTypeMismatch(_ pattern: Type, _ type: Type) -> Self {
    Self(id: #function, text: "pattern of type '\(pattern)' cannot match '\(type)'")
  }

  static func patternNoMember(_ name: String, _ type: Type) -> Self {
    Self(id: #function, text: "pattern cannot match values of type '\(type)'")
  }

  static func caseHasNoPayload(_ name: String) -> Self {
    Self(id: #function, text: "pattern with associated values does not match enum case '\(name)'")
  }

  static var switchNeedsCase: Self { Self(id: "switchNeedsCase", text: "'switch' statement body must have at least one 'case' or 'default' block") }
}
