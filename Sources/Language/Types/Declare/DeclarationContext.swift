/// Where a declaration stands: what it is a member of, and what it sees.
final class DeclarationContext {
  let nominal: NominalDecl?
  /// Generic parameters in force, the outer ones first.
  var generics: [GenericParameter]
  /// Requirements in force.
  var requirements: [Requirement] { didSet { cachedEnvironment = nil } }
  let scope: Scope
  let isExtension: Bool
  let module: ModuleScope
  /// The function around a local declaration.
  let function: FunctionContext?
  /// Members of a module are declared and checked when they are first used.
  let isLazy: Bool
  private var cachedEnvironment: GenericEnvironment?

  init(
    nominal: NominalDecl?, generics: [GenericParameter], requirements: [Requirement], scope: Scope, isExtension: Bool,
    module: ModuleScope, function: FunctionContext?, isLazy: Bool
  ) {
    self.nominal = nominal
    self.generics = generics
    self.requirements = requirements
    self.scope = scope
    self.isExtension = isExtension
    self.module = module
    self.function = function
    self.isLazy = isLazy
  }

  var environment: GenericEnvironment {
    if let cachedEnvironment { return cachedEnvironment }
    let made = GenericEnvironment(requirements)
    cachedEnvironment = made
    return made
  }

  /// The type of `self` in its members.
  var selfType: Type { nominal?.selfType ?? .error }
}

extension Decl {
  func attribute(_ name: String) -> Attribute? { attributes.first { $0.name.text == name } }

  var isStaticMember: Bool { has("static") || has("class") }

  /// `private` or `fileprivate`.
  var restrictedAccess: String? { has("private") ? "private" : has("fileprivate") ? "fileprivate" : nil }

  /// The body of a declaration that is an operation of the machine or of a host module.
  func externalBody(module: ModuleScope) -> FunctionDecl.Body? {
    if let name = attribute("intrinsic")?.arguments.first?.value.literalText { return .intrinsic(name) }
    if let index = attribute("native")?.arguments.first?.value.literalInteger {
      return .native(module: module.name, index: index)
    }
    return nil
  }
}

extension Expr {
  /// The text of a string literal without interpolations.
  var literalText: String? {
    guard case .string(let segments) = kind else { return nil }
    var text = ""
    for segment in segments {
      guard case .text(let part) = segment else { return nil }
      text += part
    }
    return text
  }

  var literalInteger: Int? {
    if case .integer(let magnitude?) = kind { return Int(exactly: magnitude) }
    return nil
  }
}
