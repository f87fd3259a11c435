/// A declaration as written.
package final class Decl {
  package let kind: Kind
  package let attributes: [Attribute]
  package let modifiers: [Modifier]
  /// The text of the `///` or `/** */` comment above it, without markers.
  package let documentation: String?
  package let range: SourceRange

  package init(
    _ kind: Kind, attributes: [Attribute], modifiers: [Modifier], documentation: String?, range: SourceRange
  ) {
    self.kind = kind
    self.attributes = attributes
    self.modifiers = modifiers
    self.documentation = documentation
    self.range = range
  }

  package enum Kind {
    case importModule([Identifier])
    case variable(VariableSyntax)
    case function(FunctionSyntax)
    case initializer(InitializerSyntax)
    case deinitializer([Stmt])
    case subscriptDecl(SubscriptSyntax)
    case nominal(NominalSyntax)
    case extensionDecl(ExtensionSyntax)
    case enumCase([EnumElementSyntax])
    case associatedType(name: Identifier, inherits: [TypeExpr], fallback: TypeExpr?, [RequirementSyntax])
    case typeAlias(name: Identifier, [GenericParameterSyntax], TypeExpr)
    /// `infix operator **: MultiplicationPrecedence`; fixity is `prefix`, `postfix` or `infix`.
    case operatorDecl(fixity: String, Identifier, precedence: Identifier?)
    case precedenceGroup(PrecedenceGroupSyntax)
    /// A function, initialiser or subscript of a module's text, passed over until somebody looks up its name: `whole`.
    case deferred(DeferredSyntax)
    /// Something Swift has and this language has not; a diagnostic has been given.
    case unsupported
  }

  package struct Attribute {
    /// Without `@`.
    package var name: Identifier
    package var arguments: [Argument]

    package init(name: Identifier, arguments: [Argument]) {
      self.name = name
      self.arguments = arguments
    }
  }

  /// `static`, `mutating`, `private`, `lazy`, `weak`, `override`, `indirect`…; `detail` is `set` in `private(set)`.
  package struct Modifier {
    package var name: String
    package var detail: String?
    package var range: SourceRange

    package init(name: String, detail: String?, range: SourceRange) {
      self.name = name
      self.detail = detail
      self.range = range
    }
  }

  package func has(_ modifier: String) -> Bool { modifiers.contains { $0.name == modifier && $0.detail == nil } }
}

package struct VariableSyntax {
  package var isLet: Bool
  package var bindings: [Binding]

  package init(isLet: Bool, bindings: [Binding]) {
    self.isLet = isLet
    self.bindings = bindings
  }

  package struct Binding {
    package var pattern: Pattern
    package var type: TypeExpr?
    package var value: Expr?
    package var accessors: [AccessorSyntax]

    package init(pattern: Pattern, type: TypeExpr?, value: Expr?, accessors: [AccessorSyntax]) {
      self.pattern = pattern
      self.type = type
      self.value = value
      self.accessors = accessors
    }
  }
}

package struct AccessorSyntax {
  package enum Kind: String { case get, set, willSet, didSet }

  package var kind: Kind
  /// The name in `set(newName)`.
  package var parameter: Identifier?
  /// nil in a protocol's `{ get set }` and in the interface of a native property.
  package var body: [Stmt]?
  package var isMutating: Bool
  package var isNonmutating: Bool
  package var isThrowing: Bool
  package var range: SourceRange
  /// `@intrinsic("array.get")` on one accessor.
  package var attributes: [Decl.Attribute] = []

  package init(
    kind: Kind, parameter: Identifier?, body: [Stmt]?, isMutating: Bool = false, isNonmutating: Bool = false,
    isThrowing: Bool = false, range: SourceRange
  ) {
    self.kind = kind
    self.parameter = parameter
    self.body = body
    self.isMutating = isMutating
    self.isNonmutating = isNonmutating
    self.isThrowing = isThrowing
    self.range = range
  }
}

package struct ParameterSyntax {
  /// nil for `_`.
  package var label: Identifier?
  package var name: Identifier
  package var type: TypeExpr
  package var isInout: Bool
  package var isVariadic: Bool
  package var isEscaping: Bool
  package var isAutoclosure: Bool
  package var defaultValue: Expr?

  package init(
    label: Identifier?, name: Identifier, type: TypeExpr, isInout: Bool = false, isVariadic: Bool = false,
    isEscaping: Bool = false, isAutoclosure: Bool = false, defaultValue: Expr? = nil
  ) {
    self.label = label
    self.name = name
    self.type = type
    self.isInout = isInout
    self.isVariadic = isVariadic
    self.isEscaping = isEscaping
    self.isAutoclosure = isAutoclosure
    self.defaultValue = defaultValue
  }
}

package enum ThrowsSyntax {
  case never
  case any
  case typed(TypeExpr)
  case rethrowing

  package var isThrowing: Bool {
    if case .never = self { return false }
    return true
  }
}

package final class FunctionSyntax {
  /// An operator's spelling for an operator function.
  package var name: Identifier
  package var isOperator: Bool
  package var generics: [GenericParameterSyntax]
  package var parameters: [ParameterSyntax]
  package var throwing: ThrowsSyntax
  package var result: TypeExpr?
  package var requirements: [RequirementSyntax]
  /// nil in a protocol and in a module's interface.
  package var body: [Stmt]?

  package init(
    name: Identifier, isOperator: Bool, generics: [GenericParameterSyntax], parameters: [ParameterSyntax],
    throwing: ThrowsSyntax, result: TypeExpr?, requirements: [RequirementSyntax], body: [Stmt]?
  ) {
    self.name = name
    self.isOperator = isOperator
    self.generics = generics
    self.parameters = parameters
    self.throwing = throwing
    self.result = result
    self.requirements = requirements
    self.body = body
  }
}

package final class InitializerSyntax {
  package var isFailable: Bool
  package var generics: [GenericParameterSyntax]
  package var parameters: [ParameterSyntax]
  package var throwing: ThrowsSyntax
  package var requirements: [RequirementSyntax]
  package var body: [Stmt]?

  package init(
    isFailable: Bool, generics: [GenericParameterSyntax], parameters: [ParameterSyntax], throwing: ThrowsSyntax,
    requirements: [RequirementSyntax], body: [Stmt]?
  ) {
    self.isFailable = isFailable
    self.generics = generics
    self.parameters = parameters
    self.throwing = throwing
    self.requirements = requirements
    self.body = body
  }
}

package final class SubscriptSyntax {
  package var generics: [GenericParameterSyntax]
  package var parameters: [ParameterSyntax]
  package var result: TypeExpr
  package var requirements: [RequirementSyntax]
  /// A body without accessors is one `get`.
  package var accessors: [AccessorSyntax]

  package init(
    generics: [GenericParameterSyntax], parameters: [ParameterSyntax], result: TypeExpr,
    requirements: [RequirementSyntax], accessors: [AccessorSyntax]
  ) {
    self.generics = generics
    self.parameters = parameters
    self.result = result
    self.requirements = requirements
    self.accessors = accessors
  }
}

package struct GenericParameterSyntax {
  package var name: Identifier
  package var inherits: TypeExpr?

  package init(name: Identifier, inherits: TypeExpr?) {
    self.name = name
    self.inherits = inherits
  }
}

package enum RequirementSyntax {
  case conforms(TypeExpr, TypeExpr)
  case sameType(TypeExpr, TypeExpr)
}

package final class NominalSyntax {
  package enum Kind: String { case structDecl = "struct", classDecl = "class", enumDecl = "enum", protocolDecl = "protocol" }

  package var kind: Kind
  package var name: Identifier
  package var generics: [GenericParameterSyntax]
  package var inherits: [TypeExpr]
  package var requirements: [RequirementSyntax]
  package var members: [Decl]

  package init(
    kind: Kind, name: Identifier, generics: [GenericParameterSyntax], inherits: [TypeExpr],
    requirements: [RequirementSyntax], members: [Decl]
  ) {
    self.kind = kind
    self.name = name
    self.generics = generics
    self.inherits = inherits
    self.requirements = requirements
    self.members = members
  }
}

package final class ExtensionSyntax {
  package var extended: TypeExpr
  package var inherits: [TypeExpr]
  package var requirements: [RequirementSyntax]
  package var members: [Decl]

  package init(extended: TypeExpr, inherits: [TypeExpr], requirements: [RequirementSyntax], members: [Decl]) {
    self.extended = extended
    self.inherits = inherits
    self.requirements = requirements
    self.members = members
  }
}

package struct EnumElementSyntax {
  package var name: Identifier
  package var payload: [ParameterSyntax]
  package var rawValue: Expr?
  package var isIndirect: Bool

  package init(name: Identifier, payload: [ParameterSyntax], rawValue: Expr?, isIndirect: Bool) {
    self.name = name
    self.payload = payload
    self.rawValue = rawValue
    self.isIndirect = isIndirect
  }
}

package struct PrecedenceGroupSyntax {
  package var name: Identifier
  /// `left`, `right` or `none`.
  package var associativity: String
  package var higherThan: [Identifier]
  package var lowerThan: [Identifier]
  package var isAssignment: Bool

  package init(
    name: Identifier, associativity: String, higherThan: [Identifier], lowerThan: [Identifier], isAssignment: Bool
  ) {
    self.name = name
    self.associativity = associativity
    self.higherThan = higherThan
    self.lowerThan = lowerThan
    self.isAssignment = isAssignment
  }
}
