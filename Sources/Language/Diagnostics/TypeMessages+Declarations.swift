// What the type checker says of declarations and conformances, worded as `swiftc` words it where it has the message.
extension Diagnostic.Message {
  static func nonNominalExtension(_ type: Type) -> Self {
    Self(id: #function, text: "non-nominal type '\(type)' cannot be extended")
  }

  static func inheritsFromNonProtocol(_ type: Type, _ kind: String) -> Self {
    switch kind {
    case "enum", "struct", "extension", "protocol":
      Self(id: #function, text: "inheritance from non-protocol type '\(type)'")
    default: Self(id: #function, text: "inheritance from non-protocol, non-class type '\(type)'")
    }
  }

  static func superclassMustBeFirst(_ type: Type) -> Self {
    Self(id: #function, text: "superclass '\(type)' must appear first in the inheritance clause")
  }

  static func covariantSelf(_ name: String) -> Self {
    Self(
      id: #function,
      text: "covariant 'Self' or 'Self?' can only appear as the type of a property, subscript or method result; did you mean '\(name)'?")
  }

  static func covariantSelfNotAlone(_ what: String) -> Self {
    Self(id: #function, text: "covariant 'Self' or 'Self?' can only appear at the top level of \(what) type")
  }

  static func circularInheritance(_ name: String) -> Self { Self(id: #function, text: "'\(name)' inherits from itself") }

  static func circularRefinement(_ name: String) -> Self { Self(id: #function, text: "protocol '\(name)' refines itself") }

  static func inheritsFromFinal(_ name: String) -> Self {
    Self(id: #function, text: "inheritance from a final class '\(name)'")
  }

  static func redundantConformance(_ name: String, _ proto: String) -> Self {
    Self(id: #function, text: "redundant conformance of '\(name)' to protocol '\(proto)'")
  }

  static func extensionOfProtocolConforms(_ name: String) -> Self {
    Self(id: #function, text: "extension of protocol '\(name)' cannot have an inheritance clause")
  }

  static func constraintNotProtocol(_ type: Type, _ bound: Type) -> Self {
    Self(id: #function, text: "type '\(type)' constrained to non-protocol, non-class type '\(bound)'")
  }

  static var mutatingInClass: Self {
    Self(id: "mutatingInClass", text: "'mutating' is not valid on instance methods in classes")
  }

  static func operatorMustBeStatic(_ name: String) -> Self {
    Self(id: #function, text: "operator '\(name)' declared in type must be 'static'")
  }

  static var operatorNotDeclared: Self {
    Self(id: "operatorNotDeclared", text: "operator implementation without matching operator declaration")
  }

  static var operatorNeedsTwo: Self { Self(id: "operatorNeedsTwo", text: "operators must have one or two arguments") }

  static var unaryOperatorNeedsOne: Self {
    Self(id: "unaryOperatorNeedsOne", text: "unary operators must have exactly one argument")
  }

  static var autoclosureNeedsFunction: Self {
    Self(id: "autoclosureNeedsFunction", text: "@autoclosure attribute only applies to function types")
  }

  static func expectedBody(_ name: String) -> Self {
    Self(id: #function, text: "expected '{' in body of function declaration")
  }

  static var propertyPattern: Self {
    Self(id: "propertyPattern", text: "property declaration must bind a single name")
  }

  static var storedInExtension: Self {
    Self(id: "storedInExtension", text: "extensions must not contain stored properties")
  }

  static var storedInEnum: Self { Self(id: "storedInEnum", text: "enums must not contain stored properties") }

  static func weakMustBeOptional(_ type: Type) -> Self {
    Self(id: #function, text: "'weak' variable should have optional type '\(type)?'")
  }

  static var typeAnnotationMissing: Self {
    Self(id: "typeAnnotationMissing", text: "type annotation missing in pattern")
  }

  static var computedNeedsType: Self {
    Self(id: "computedNeedsType", text: "computed property must have an explicit type")
  }

  static var computedWithValue: Self {
    Self(id: "computedWithValue", text: "variable with getter/setter cannot have an initial value")
  }

  static func staticNeedsValue(_ name: String) -> Self {
    Self(id: #function, text: "'static var' declaration requires an initializer expression or an explicitly stated getter")
  }

  static var lazyNeedsValue: Self { Self(id: "lazyNeedsValue", text: "lazy properties must have an initializer") }

  static var rawValueNotLiteral: Self {
    Self(id: "rawValueNotLiteral", text: "raw value for enum case must be a literal")
  }

  static func cannotConvertRawValue(_ type: Type) -> Self {
    Self(id: #function, text: "cannot convert raw value to raw type '\(type)'")
  }

  static func rawValueNeeded(_ type: Type) -> Self {
    Self(id: #function, text: "enum case must declare a raw value when the preceding raw value is not an integer")
  }

  static func overridesNothing(_ kind: String) -> Self {
    kind == "initializer"
      ? Self(id: #function, text: "initializer does not override a designated initializer from its superclass")
      : Self(id: #function, text: "method does not override any method from its superclass")
  }

  static var propertyOverridesNothing: Self {
    Self(id: "propertyOverridesNothing", text: "property does not override any property from its superclass")
  }

  static func overridesFinal(_ kind: String) -> Self {
    Self(id: #function, text: kind == "method" ? "instance method overrides a 'final' instance method" : "initializer overrides a 'final' initializer")
  }

  static var needsOverride: Self {
    Self(id: "needsOverride", text: "overriding declaration requires an 'override' keyword")
  }

  static var overriddenHere: Self {
    Self(id: "overriddenHere", severity: .note, text: "overridden declaration is here")
  }

  static func cannotOverrideWithStored(_ name: String) -> Self {
    Self(id: #function, text: "cannot override with a stored property '\(name)'")
  }

  static func classWithoutInitializers(_ name: String) -> Self {
    Self(id: #function, text: "class '\(name)' has no initializers")
  }

  static func storedWithoutValue(_ name: String) -> Self {
    Self(id: #function, severity: .note, text: "stored property '\(name)' without initial value prevents synthesized initializers")
  }

  static var rawValueNotUnique: Self { Self(id: "rawValueNotUnique", text: "raw value for enum case is not unique") }

  static var rawValueUsedHere: Self {
    Self(id: "rawValueUsedHere", severity: .note, text: "raw value previously used here")
  }

  static func recursiveValueType(_ kind: String, _ name: String) -> Self {
    kind == "enum"
      ? Self(id: #function, text: "recursive enum '\(name)' is not marked 'indirect'")
      : Self(id: #function, text: "value type '\(name)' cannot have a stored property that recursively contains it")
  }

  static func opaqueRequires(_ proto: String, _ type: Type) -> Self {
    Self(id: #function, text: "return type of function requires that '\(type)' conform to '\(proto)'")
  }

  static var opaqueWithoutReturn: Self {
    Self(id: "opaqueWithoutReturn", text: "function declares an opaque return type, but has no return statements in its body from which to infer an underlying type")
  }

  static func doesNotConform(_ type: Type, _ proto: String) -> Self {
    Self(id: #function, text: "type '\(type)' does not conform to protocol '\(proto)'")
  }

  static func protocolRequires(_ signature: String, _ kind: String) -> Self {
    Self(id: #function, severity: .note, text: "protocol requires \(kind) '\(signature)'")
  }

  static func candidateHasType(_ signature: String) -> Self {
    Self(id: #function, severity: .note, text: "candidate '\(signature)' does not match")
  }

  static func requiresNestedType(_ name: String) -> Self {
    Self(id: #function, severity: .note, text: "protocol requires nested type '\(name)'")
  }

  static func requiresTypesEqual(_ left: Type, _ right: Type) -> Self {
    Self(id: #function, severity: .note, text: "requirement '\(left)' == '\(right)' is not met")
  }

  static func nonClassConforms(_ type: Type, _ proto: String) -> Self {
    Self(id: #function, text: "non-class type '\(type)' cannot conform to class protocol '\(proto)'")
  }
}
