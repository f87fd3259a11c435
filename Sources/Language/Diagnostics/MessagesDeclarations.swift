// What the parser says of declarations and types. Worded as `swiftc` words it where it has the message.
extension Diagnostic.Message {
  static func expectedDeclaration() -> Self { Self(id: #function, text: "expected declaration") }

  static func expectedMember() -> Self { Self(id: #function, text: "expected declaration") }

  static func consecutiveDeclarations() -> Self {
    Self(id: #function, text: "consecutive declarations on a line must be separated by ';'")
  }

  static func expectedKeywordBefore(_ keyword: String) -> Self {
    Self(
      id: #function,
      text: keyword == "func"
        ? "expected 'func' keyword in instance method declaration" : "expected '\(keyword)' keyword in property declaration")
  }

  static func expectedIdentifier(_ what: String) -> Self {
    what == "enum 'case'"
      ? Self(id: #function, text: "expected identifier in enum 'case' declaration")
      : Self(id: #function, text: "expected identifier in \(what) declaration")
  }

  static func nameStartsWithDigit(_ what: String) -> Self {
    Self(id: #function, text: "\(what) name can only start with a letter or underscore, not a number")
  }

  static func expectedBraceIn(_ what: String) -> Self { Self(id: #function, text: "expected '{' in \(what)") }

  static func expectedColonBeforeInheritance() -> Self {
    Self(id: #function, text: "expected ':' to begin inheritance clause")
  }

  static func onlyInType(_ what: String) -> Self {
    Self(
      id: #function,
      text: what == "deinitializers"
        ? "deinitializers may only be declared within a class, actor, or noncopyable type"
        : "\(what) may only be declared within a type")
  }

  static func subscriptOutsideType() -> Self {
    Self(id: #function, text: "'subscript' functions may only be declared within a type")
  }

  static func associatedTypeOutsideProtocol() -> Self {
    Self(id: #function, text: "associated types can only be defined in a protocol; define a type or introduce a 'typealias'"
      + " to satisfy an associated type requirement")
  }

  static func onlyAtFileScope(_ what: String) -> Self {
    switch what {
    case "extension": Self(id: #function, text: "declaration is only valid at file scope")
    case "operator": Self(id: #function, text: "'operator' may only be declared at file scope")
    default: Self(id: #function, text: "declaration is only valid at file scope")
    }
  }

  static func expectedAttributeName() -> Self { Self(id: #function, text: "expected an attribute name") }

  static func expectedModuleName() -> Self {
    Self(id: #function, text: "expected identifier in import declaration")
  }

  static func expectedEqualInTypeAlias() -> Self {
    Self(id: #function, text: "expected '=' in type alias declaration").behind
  }

  // Variables

  static func equalityInsteadOfAssignment() -> Self {
    Self(id: #function, text: "expected '=' instead of '==' to assign default value for variable")
  }

  static func letCannotBeComputed() -> Self {
    Self(id: #function, text: "'let' declarations cannot be computed properties")
  }

  static func expectedAccessor() -> Self {
    Self(id: #function, text: "expected 'get', 'set', 'willSet', or 'didSet' keyword to start an accessor definition")
  }

  static func expectedAccessorParameter(_ accessor: String) -> Self {
    Self(id: #function, text: "expected \(accessor) parameter name")
  }

  static func expectedAccessorBody(_ accessor: String) -> Self {
    Self(id: #function, text: "expected '{' to start \(accessor == "get" ? "getter" : accessor == "set" ? "setter" : "'\(accessor)'") definition")
  }

  static func protocolAccessorBody() -> Self {
    Self(id: #function, text: "property in protocol must have explicit { get } or { get set } specifier")
  }

  // Functions

  static func expectedParameterList(_ what: String) -> Self {
    what == "function" || what == "initializer"
      ? Self(id: #function, text: "expected '(' in argument list of \(what) declaration")
      : Self(id: #function, text: "expected '(' for \(what) parameters")
  }

  static func expectedBraceInFunction() -> Self {
    Self(id: #function, text: "expected '{' in body of function declaration")
  }

  static func expectedBraceInInitializer() -> Self {
    Self(id: #function, text: "initializer requires a body")
  }

  static func expectedBraceInDeinitializer() -> Self { Self(id: #function, text: "expected '{' for deinitializer") }

  static func deinitializerParameters() -> Self {
    Self(id: #function, text: "no parameter clause allowed on deinitializer")
  }

  static func initializerResult() -> Self { Self(id: #function, text: "initializers cannot have a result type") }

  static func protocolBody() -> Self { Self(id: #function, text: "protocol methods must not have bodies") }

  static func equalIsReserved() -> Self {
    Self(id: #function, text: "cannot declare a custom '=' operator")
  }

  static func throwInsteadOfThrows(_ word: String) -> Self {
    Self(id: #function, text: "expected throwing specifier; did you mean 'throws'?")
  }

  static func throwsTwice(_ word: String) -> Self {
    Self(id: #function, text: "'\(word)' has already been specified")
  }

  static func throwsAfterArrow(_ word: String) -> Self { Self(id: #function, text: "'\(word)' may only occur before '->'") }

  static func expectedParameterName() -> Self {
    Self(id: #function, text: "expected parameter name followed by ':'")
  }

  static func expectedParameterColon() -> Self { Self(id: #function, text: "expected ':' following argument label and parameter name") }

  static func unnamedParameter() -> Self {
    Self(id: #function, text: "unnamed parameters must be written with the empty name '_'")
  }

  static func onlyOnType(_ modifier: String, _ what: String) -> Self {
    Self(id: #function, text: "\(modifier) \(what) may only be declared on a type")
  }

  static func inoutBeforeName() -> Self {
    Self(id: #function, text: "'inout' before a parameter name is not allowed, place it before the parameter type instead")
  }

  static func letAsParameter(_ keyword: String) -> Self {
    Self(id: #function, text: "'\(keyword)' as a parameter attribute is not allowed")
  }

  static func expectedEqualForDefault() -> Self {
    Self(id: #function, text: "expected '=' instead of '==' to assign default value for parameter")
  }

  static func expectedClosingParenInParameters() -> Self { Self(id: #function, text: "expected ')' in parameter") }

  static func expectedArrowInSubscript() -> Self { Self(id: #function, text: "expected '->' for subscript element type") }

  static func expectedAccessorsInSubscript() -> Self {
    Self(id: #function, text: "expected '{' in subscript to specify getter and setter implementation")
  }

  // Generics

  static func expectedGenericParameterName() -> Self {
    Self(id: #function, text: "expected an identifier to name generic parameter")
  }

  static func expectedClosingAngleOfParameters() -> Self {
    Self(id: #function, text: "expected '>' to complete generic parameter list")
  }

  static func expectedClosingAngle() -> Self {
    Self(id: #function, text: "expected '>' to complete generic argument list")
  }

  static func expectedRequirement() -> Self {
    Self(id: #function, text: "expected ':' or '==' to indicate a conformance or same-type requirement")
  }

  // Enums

  static func enumCaseOutsideEnum() -> Self {
    Self(id: #function, text: "enum 'case' is not allowed outside of an enum")
  }

  static func secondIdentifier(_ what: String) -> Self {
    Self(
      id: #function,
      text: "found an unexpected second identifier in \(what) declaration; is there an accidental break?")
  }

  static func expectedRawValue() -> Self { Self(id: #function, text: "expected expression after '=' in 'case'") }

  static func enumCaseColon() -> Self {
    Self(id: #function, text: "'case' label can only appear inside a 'switch' statement")
  }

  static func expectedClosingParenInPayload() -> Self {
    Self(id: #function, text: "expected ')' at end of enum payload")
  }

  // Operators

  static func operatorNeedsFixity() -> Self {
    Self(id: #function, text: "operator must be declared as 'prefix', 'postfix', or 'infix'")
  }

  static func expectedOperatorName() -> Self {
    Self(id: #function, text: "expected operator name in operator declaration").behind
  }

  static func expectedPrecedenceGroupName() -> Self {
    Self(id: #function, text: "expected name of related precedence group")
  }

  static func onlyInfixHasPrecedence() -> Self {
    Self(id: #function, text: "only infix operators may declare a precedence")
  }

  static func expectedBraceInPrecedenceGroup() -> Self {
    Self(id: #function, text: "expected '{' after name of precedence group")
  }

  static func expectedColonInPrecedenceGroup() -> Self {
    Self(id: #function, text: "expected colon after attribute name in precedence group")
  }

  static func expectedAssociativity() -> Self {
    Self(id: #function, text: "expected 'none', 'left', or 'right' after 'associativity'")
  }

  static func expectedAssignmentFlag() -> Self {
    Self(id: #function, text: "expected 'true' or 'false' after 'assignment'")
  }

  static func unknownPrecedenceGroupAttribute(_ name: String) -> Self {
    Self(id: #function, text: "'\(name)' is not a valid precedence group attribute")
  }

  // Types

  static func expectedType() -> Self { Self(id: #function, text: "expected type") }

  static func expectedResultType() -> Self { Self(id: #function, text: "expected type for function result") }

  static func expectedParameterType() -> Self { Self(id: #function, text: "expected parameter type following ':'") }

  static func expectedTypeAfter(_ keyword: String) -> Self { Self(id: #function, text: "expected type after '\(keyword)'") }

  static func expectedAliasedType() -> Self {
    Self(id: #function, text: "expected type in type alias declaration").behind
  }

  static func expectedExtendedType() -> Self { Self(id: #function, text: "expected type name in extension declaration") }

  static func expectedValueType() -> Self { Self(id: #function, text: "expected dictionary value type") }

  static func expectedConstraint(_ parameter: String) -> Self {
    Self(
      id: #function, text: "expected a class type or protocol-constrained type restricting '\(parameter)'")
  }

  static func unparenthesizedParameter() -> Self {
    Self(id: #function, text: "single argument function types require parentheses")
  }

  static func expectedMemberType() -> Self { Self(id: #function, text: "expected member name following '.'") }

  static func expectedClosingSquareInArrayType() -> Self { Self(id: #function, text: "expected ']' in array type") }

  static func expectedClosingSquareInDictionaryType() -> Self {
    Self(id: #function, text: "expected ']' in dictionary type")
  }

  static func expectedClosingParenInTuple() -> Self { Self(id: #function, text: "expected ')' at end of tuple list") }

  static func defaultInType() -> Self { Self(id: #function, text: "default argument not permitted in a tuple type") }
}
