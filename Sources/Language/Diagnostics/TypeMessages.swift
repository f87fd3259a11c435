// What the type checker says, worded as `swiftc` words it where it has the message.

// MARK: Names and types

extension Diagnostic.Message {
  static func cannotFind(_ name: String) -> Self { Self(id: #function, text: "cannot find '\(name)' in scope") }

  static func cannotFindType(_ name: String) -> Self { Self(id: #function, text: "cannot find type '\(name)' in scope") }

  static func didYouMean(_ name: String) -> Self { Self(id: #function, severity: .note, text: "did you mean '\(name)'?") }

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

  static var placeholderNotAllowed: Self {
    Self(id: "placeholderNotAllowed", text: "type placeholder not allowed here")
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

// MARK: Declarations

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
}

// MARK: Conformance

extension Diagnostic.Message {
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

// MARK: Expressions

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

  static func operatorRequires(_ name: String, _ proto: String, _ type: Type) -> Self {
    Self(id: #function, text: "referencing operator function '\(name)' on '\(proto)' requires that '\(type)' conform to '\(proto)'")
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

// MARK: Conversions and calls

extension Diagnostic.Message {
  static func cannotConvert(_ from: Type, _ to: Type, _ what: String) -> Self {
    Self(id: #function, text: "cannot convert value of type '\(from)' to \(what) '\(to)'")
  }

  static func cannotConvertReturn(_ from: Type, _ to: Type) -> Self {
    Self(id: #function, text: "cannot convert return expression of type '\(from)' to return type '\(to)'")
  }

  static func cannotAssignValue(_ from: Type, _ to: Type) -> Self {
    Self(id: #function, text: "cannot assign value of type '\(from)' to type '\(to)'")
  }

  static func thrownDoesNotConform(_ type: Type) -> Self {
    Self(id: #function, text: "thrown expression type '\(type)' does not conform to 'Error'")
  }

  static func ternaryMismatch(_ left: Type, _ right: Type) -> Self {
    Self(id: #function, text: "result values in '? :' expression have mismatching types '\(left)' and '\(right)'")
  }

  static func branchesMismatch(_ left: Type, _ right: Type) -> Self {
    Self(id: #function, text: "branches have mismatching types '\(right)' and '\(left)'")
  }

  static func conflictingArguments(_ parameter: String, _ left: Type, _ right: Type) -> Self {
    Self(id: #function, text: "conflicting arguments to generic parameter '\(parameter)' ('\(left)' vs. '\(right)')")
  }

  static func patternMismatch(_ pattern: Type, _ value: Type) -> Self {
    Self(id: #function, text: "expression pattern of type '\(pattern)' cannot match values of type '\(value)'")
  }

  static func heterogeneous(_ type: Type) -> Self {
    Self(id: #function, text: "heterogeneous collection literal could only be inferred to '\(type)'; add explicit type annotation if this is intentional")
  }

  static func mustBeUnwrapped(_ optional: Type, _ wrapped: Type) -> Self {
    Self(id: #function, text: "value of optional type '\(optional)' must be unwrapped to a value of type '\(wrapped)'")
  }

  static func coalesceNote() -> Self {
    Self(id: #function, severity: .note, text: "coalesce using '??' to provide a default when the optional value contains 'nil'")
  }

  static func forceUnwrapNote() -> Self {
    Self(id: #function, severity: .note, text: "force-unwrap using '!' to abort execution if the optional value contains 'nil'")
  }

  static func memberMustBeUnwrapped(_ name: String, _ optional: Type, _ wrapped: Type) -> Self {
    Self(
      id: #function,
      text: "value of optional type '\(optional)' must be unwrapped to refer to member '\(name)' of wrapped base type '\(wrapped)'")
  }

  static func chainNote() -> Self {
    Self(id: #function, severity: .note, text: "chain the optional using '?' to access member only for non-'nil' base values")
  }

  static func optionalTypeUnwrapped(_ type: Type) -> Self {
    Self(id: #function, text: "value of optional type '\(type)' must be unwrapped before it is called")
  }

  static func nilRequiresContext() -> Self { Self(id: #function, text: "'nil' requires a contextual type") }

  static func nilCannotInitialize(_ type: Type) -> Self {
    Self(id: #function, text: "'nil' cannot initialize specified type '\(type)'")
  }

  static func nilIncompatible(_ what: String, _ type: Type) -> Self {
    Self(id: #function, text: "'nil' is not compatible with expected \(what) '\(type)'")
  }

  static func nilReturn(_ type: Type) -> Self {
    Self(id: #function, text: "'nil' is incompatible with return type '\(type)'")
  }

  static func nilAssigned(_ type: Type) -> Self {
    Self(id: #function, text: "'nil' cannot be assigned to type '\(type)'")
  }

  static func cannotForceUnwrap(_ type: Type) -> Self {
    Self(id: #function, text: "cannot force unwrap value of non-optional type '\(type)'")
  }

  static func cannotChain(_ type: Type) -> Self {
    Self(id: #function, text: "cannot use optional chaining on non-optional value of type '\(type)'")
  }

  static func noMember(_ type: Type, _ name: String) -> Self {
    if case .metatype(let instance) = type { return Self(id: #function, text: "type '\(instance)' has no member '\(name)'") }
    return Self(id: #function, text: "value of type '\(type)' has no member '\(name)'")
  }

  static func noSubscripts(_ type: Type) -> Self { Self(id: #function, text: "value of type '\(type)' has no subscripts") }

  static func staticOnInstance(_ kind: String, _ name: String, _ type: Type) -> Self {
    kind == "case"
      ? Self(id: #function, text: "enum case '\(name)' cannot be used as an instance member")
      : Self(id: #function, text: "static member '\(name)' cannot be used on instance of type '\(type)'")
  }

  static func instanceOnType(_ name: String, _ type: Type, isNamed: Bool) -> Self {
    Self(
      id: #function,
      text: "instance member '\(name)' cannot be used on type '\(type)'"
        + (isNamed ? "; did you mean to use a value of this type instead?" : ""))
  }

  static func caseWithoutPayload(_ name: String) -> Self {
    Self(id: #function, text: "enum case '\(name)' has no associated values")
  }

  static func functionProduces(_ type: Type) -> Self {
    Self(id: #function, text: "function produces expected type '\(type)'; did you mean to call it with '()'?")
  }

  static func instanceInInitializer(_ name: String) -> Self {
    Self(
      id: #function,
      text: "cannot use instance member '\(name)' within property initializer; property initializers run before 'self' is available")
  }

  static func existentialInit(_ type: Type) -> Self {
    Self(id: #function, text: "type '\(type)' cannot be instantiated")
  }

  static func noInitializers(_ type: Type) -> Self {
    Self(id: #function, text: "'\(type)' cannot be constructed because it has no accessible initializers")
  }

  static func metatypeCalled() -> Self {
    Self(id: #function, text: "initializing from a metatype value must reference 'init' explicitly")
  }

  static func notCallable(_ type: Type) -> Self {
    Self(id: #function, text: "cannot call value of non-function type '\(type)'")
  }

  static func extraneousLabels(_ labels: String) -> Self {
    Self(id: #function, text: "extraneous argument label\(labels.filter { $0 == ":" }.count > 1 ? "s" : "") '\(labels)' in call")
  }

  static func missingLabels(_ labels: String) -> Self {
    Self(id: #function, text: "missing argument label\(labels.filter { $0 == ":" }.count > 1 ? "s" : "") '\(labels)' in call")
  }

  static func wrongLabels(have: String, expected: String, isPlural: Bool) -> Self {
    Self(
      id: #function, text: "incorrect argument label\(isPlural ? "s" : "") in call (have '\(have)', expected '\(expected)')")
  }

  static func extraArgument(_ label: String?) -> Self {
    Self(id: #function, text: label.map { "extra argument '\($0)' in call" } ?? "extra argument in call")
  }

  static func extraArguments(_ positions: [Int]) -> Self {
    let names = positions.map { "#\($0)" }
    return Self(id: #function, text: "extra arguments at positions \(names.joined(separator: ", ")) in call")
  }

  static func takesNoArguments() -> Self { Self(id: #function, text: "argument passed to call that takes no arguments") }

  static func missingArgument(_ label: String?, _ index: Int) -> Self {
    Self(id: #function, text: label.map { "missing argument for parameter '\($0)' in call" } ?? "missing argument for parameter #\(index + 1) in call")
  }

  static func missingArguments(_ names: [String]) -> Self {
    Self(id: #function, text: "missing arguments for parameters \(names.joined(separator: ", ")) in call")
  }

  static func outOfOrder(_ first: String?, _ second: String?) -> Self {
    Self(
      id: #function,
      text: "argument \(first.map { "'\($0)'" } ?? "#1") must precede \(second.map { "argument '\($0)'" } ?? "unnamed argument #1")")
  }

  static func extraneousAmpersand(_ type: Type) -> Self {
    Self(id: #function, text: "'&' used with non-inout argument of type '\(type)'")
  }

  static func missingAmpersand(_ type: Type) -> Self {
    Self(id: #function, text: "passing value of type '\(type)' to an inout parameter requires explicit '&'")
  }

  static func requiresConformance(_ subject: String, _ type: Type, _ proto: String) -> Self {
    Self(id: #function, text: "\(subject) requires that '\(type)' conform to '\(proto)'")
  }

  static func requiresInheritance(_ subject: String, _ type: Type, _ bound: Type) -> Self {
    Self(id: #function, text: "\(subject) requires that '\(type)' inherit from '\(bound)'")
  }

  static func requiresEqualTypes(_ subject: String, _ left: Type, _ right: Type) -> Self {
    Self(id: #function, text: "\(subject) requires the types '\(left)' and '\(right)' be equivalent")
  }

  static func requiresClassType(_ subject: String, _ type: Type) -> Self {
    Self(id: #function, text: "\(subject) requires that '\(type)' be a class type")
  }

  static func closureParameterCount(_ type: Type, expected: Int, found: Int) -> Self {
    let arguments = expected == 0 ? "0 arguments" : expected == 1 ? "1 argument" : "\(expected) arguments"
    return Self(
      id: #function,
      text: "contextual closure type '\(type)' expects \(arguments), but \(found) \(found == 1 ? "was" : "were") used in closure body")
  }

  static func closureIgnoresParameters(_ count: Int) -> Self {
    Self(
      id: #function,
      text: count == 1
        ? "contextual type for closure argument list expects 1 argument, which cannot be implicitly ignored"
        : "contextual type for closure argument list expects \(count) arguments, which cannot be implicitly ignored")
  }

  static func closureParameterUnknown(_ name: String) -> Self {
    Self(id: #function, text: "cannot infer type of closure parameter '\(name)' without a type annotation")
  }

  static func throwingClosure(_ type: Type, _ found: Type) -> Self {
    Self(id: #function, text: "invalid conversion from throwing function of type '\(found)' to non-throwing function type '\(type)'")
  }

  static func binaryOperands(_ name: String, _ left: Type, _ right: Type) -> Self {
    left == right
      ? Self(id: #function, text: "binary operator '\(name)' cannot be applied to two '\(left)' operands")
      : Self(id: #function, text: "binary operator '\(name)' cannot be applied to operands of type '\(left)' and '\(right)'")
  }

  static func unaryOperand(_ name: String, _ type: Type) -> Self {
    Self(id: #function, text: "unary operator '\(name)' cannot be applied to an operand of type '\(type)'")
  }

  static func noExactMatches(_ subject: String) -> Self {
    Self(id: #function, text: "no exact matches in call to \(subject)")
  }

  static func candidate(_ signature: String) -> Self {
    Self(id: #function, severity: .note, text: "found candidate '\(signature)'")
  }

  static func candidateTakes(_ parameters: String) -> Self {
    Self(id: #function, severity: .note, text: "found candidate with type '\(parameters)'")
  }

  static func genericNotInferred(_ name: String) -> Self {
    Self(id: #function, text: "generic parameter '\(name)' could not be inferred")
  }

  static func implicitWithoutContext(_ name: String) -> Self {
    Self(id: #function, text: "cannot infer contextual base in reference to member '\(name)'")
  }

  static func emptyCollection() -> Self { Self(id: #function, text: "empty collection literal requires an explicit type") }
}

// MARK: Statements and patterns

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
