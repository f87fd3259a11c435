// What the type checker says of conversions and calls, worded as `swiftc` words it where it has the message.
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

  static func thrownOfOtherType(_ from: Type, _ to: Type) -> Self {
    Self(id: #function, text: "thrown expression type '\(from)' cannot be converted to error type '\(to)'")
  }

  static func thrownConversion(_ from: Type, _ to: Type) -> Self {
    Self(id: #function, text: "invalid conversion of thrown error type '\(from)' to '\(to)'")
  }

  static func arrayAsVariadic(_ array: Type, _ element: Type) -> Self {
    Self(id: #function, text: "cannot pass array of type '\(array)' as variadic arguments of type '\(element)'")
  }

  static func arrayAsDictionary(_ type: Type) -> Self {
    Self(id: #function, text: "dictionary of type '\(type)' cannot be initialized with array literal")
  }

  static var floatRemainder: Self {
    Self(id: "floatRemainder", text: "'%' is unavailable: For floating point numbers use truncatingRemainder instead")
  }

  static func thrownIsNoError(_ type: Type) -> Self {
    Self(id: #function, text: "thrown type '\(type)' does not conform to the 'Error' protocol")
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
