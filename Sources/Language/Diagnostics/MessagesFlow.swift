// What the analysis of control flow says. Worded as `swiftc` words it.
extension Diagnostic.Message {
  /// `what` is `global function`, `local function`, `instance method`, `closure`, `getter`…
  static func missingReturn(in what: String, expected type: String) -> Self {
    Self(id: #function, text: "missing return in \(what) expected to return '\(type)'")
  }

  static func guardFallsThrough() -> Self {
    Self(
      id: #function,
      text: "'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope")
  }

  static func switchNotExhaustive() -> Self { Self(id: #function, text: "switch must be exhaustive") }

  static func addMissingCase(_ pattern: String) -> Self {
    Self(
      id: #function, severity: .note, text: pattern == "_" ? "add a default clause" : "add missing case: '\(pattern)'")
  }

  static func usedBeforeInitialization(_ name: String, isLet: Bool) -> Self {
    Self(id: #function, text: "\(isLet ? "constant" : "variable") '\(name)' used before being initialized")
  }

  static func capturedBeforeInitialization(_ name: String, isLet: Bool) -> Self {
    Self(id: #function, text: "\(isLet ? "constant" : "variable") '\(name)' captured by a closure before being initialized")
  }

  static func immutableInitializedTwice(_ name: String) -> Self {
    Self(id: #function, text: "immutable value '\(name)' may only be initialized once")
  }

  static func propertyNotInitializedAtSuper(_ name: String) -> Self {
    Self(id: #function, text: "property 'self.\(name)' not initialized at super.init call")
  }

  static func propertyNotInitialized(_ name: String) -> Self {
    Self(id: #function, severity: .note, text: "'\(name)' not initialized")
  }

  static func returnWithoutInitialization() -> Self {
    Self(id: #function, text: "return from initializer without initializing all stored properties")
  }

  static func superInitMissing() -> Self {
    Self(id: #function, text: "'super.init' isn't called on all paths before returning from initializer")
  }

  static func selfBeforeInitialization(_ member: String?) -> Self {
    Self(
      id: #function,
      text: member.map { "'self' used in method call '\($0)' before all stored properties are initialized" }
        ?? "'self' used before all stored properties are initialized")
  }

  static func selfBeforeSuper(_ member: String?) -> Self {
    Self(
      id: #function,
      text: member.map { "'self' used in method call '\($0)' before 'super.init' call" }
        ?? "'self' used before 'super.init' call")
  }
}
