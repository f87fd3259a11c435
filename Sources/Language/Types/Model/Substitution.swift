extension Type {
  /// Rebuilds the type with each part replaced where `transform` says so; what it replaces is not looked into.
  package func mapping(_ transform: (Type) -> Type?) -> Type {
    if let replaced = transform(self) { return replaced }
    switch self {
    case .nominal(let decl, let arguments):
      return arguments.isEmpty ? self : .nominal(decl, arguments.map { $0.mapping(transform) })
    case .tuple(let elements):
      return elements.isEmpty
        ? self : .tuple(elements.map { TupleElement(label: $0.label, type: $0.type.mapping(transform)) })
    case .function(var function):
      for index in function.parameters.indices {
        function.parameters[index].type = function.parameters[index].type.mapping(transform)
      }
      function.result = function.result.mapping(transform)
      if let thrown = function.thrownType { function.setThrown(thrown.mapping(transform)) }
      return .function(function)
    case .metatype(let instance): return .metatype(instance.mapping(transform))
    case .existential(var existential):
      if existential.associated.isEmpty { return self }
      existential.associated = existential.associated.mapValues { $0.mapping(transform) }
      return .existential(existential)
    case .dependent(let base, let associated): return base.mapping(transform).projected(associated)
    case .opaque(let opaque, let arguments): return .opaque(opaque, arguments.map { $0.mapping(transform) })
    case .parameter, .variable, .error: return self
    }
  }

  /// The type with concrete ones in place of generic parameters; `T.Element` becomes what it is of the concrete type.
  package func substituting(_ substitutions: Substitutions) -> Type {
    if substitutions.types.isEmpty { return self }
    if case .nominal(_, let arguments) = self, arguments.isEmpty { return self }
    return mapping { type in
      if case .parameter(let parameter) = type { return substitutions[parameter] ?? type }
      return nil
    }
  }

  /// Whether any part satisfies the predicate.
  package func contains(where predicate: (Type) -> Bool) -> Bool {
    if predicate(self) { return true }
    switch self {
    case .nominal(_, let arguments), .opaque(_, let arguments):
      for argument in arguments where argument.contains(where: predicate) { return true }
      return false
    case .tuple(let elements):
      for element in elements where element.type.contains(where: predicate) { return true }
      return false
    case .function(let function):
      for parameter in function.parameters where parameter.type.contains(where: predicate) { return true }
      return function.result.contains(where: predicate) || function.thrownType?.contains(where: predicate) == true
    case .metatype(let instance): return instance.contains(where: predicate)
    case .existential(let existential):
      return existential.associated.values.contains { $0.contains(where: predicate) }
    case .dependent(let base, _): return base.contains(where: predicate)
    case .parameter, .variable, .error: return false
    }
  }

  var hasVariables: Bool {
    switch self {
    case .variable: return true
    case .nominal(_, let arguments) where arguments.isEmpty: return false
    case .parameter, .error: return false
    default:
      return contains {
        if case .variable = $0 { return true }
        return false
      }
    }
  }

  var hasError: Bool {
    contains {
      if case .error = $0 { return true }
      return false
    }
  }

  /// Whether it mentions generic parameters.
  package var isGeneric: Bool {
    contains {
      if case .parameter = $0 { return true }
      return false
    }
  }

  /// How deep generic arguments nest: the growth of instances is bounded by it.
  package var nestingDepth: Int {
    switch self {
    case .nominal(_, let arguments), .opaque(_, let arguments): return 1 + (arguments.map(\.nestingDepth).max() ?? 0)
    case .tuple(let elements): return 1 + (elements.map(\.type.nestingDepth).max() ?? 0)
    case .function(let function):
      return 1 + max(function.result.nestingDepth, function.parameters.map(\.type.nestingDepth).max() ?? 0)
    case .metatype(let instance): return 1 + instance.nestingDepth
    case .dependent(let base, _): return 1 + base.nestingDepth
    case .existential, .parameter, .variable, .error: return 1
    }
  }

  /// `T.A.B` and `T` are archetypes: types known by their constraints alone.
  var isArchetype: Bool {
    switch self {
    case .parameter: return true
    case .dependent(let base, _): return base.isArchetype
    case .opaque: return true
    default: return false
    }
  }

  /// `any P` opened and so on have depth 0; `T.A` has 1.
  var dependentDepth: Int {
    if case .dependent(let base, _) = self { return 1 + base.dependentDepth }
    return 0
  }
}

extension Requirement {
  func substituting(_ substitutions: Substitutions) -> Requirement {
    switch self {
    case .conforms(let type, let proto): return .conforms(type.substituting(substitutions), proto)
    case .sameType(let left, let right):
      return .sameType(left.substituting(substitutions), right.substituting(substitutions))
    case .superclass(let type, let bound):
      return .superclass(type.substituting(substitutions), bound.substituting(substitutions))
    case .classBound(let type): return .classBound(type.substituting(substitutions))
    }
  }
}
