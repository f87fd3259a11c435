extension Checker {
  /// A member as a signature, with the types that it has on a base.
  package func signature(of member: Member, _ substitutions: Substitutions = Substitutions()) -> String {
    switch member {
    case .function(let function): return function.signature(substitutions)
    case .property(let property):
      let word = property.isStored && property.isLet ? "let" : "var"
      return "\(property.isStatic ? "static " : "")\(word) \(property.name): \(typeOf(property).substituting(substitutions))"
    case .subscriptDecl(let decl):
      let list = decl.parameters.map { $0.signature(substitutions, isSubscript: true) }.joined(separator: ", ")
      return "\(decl.isStatic ? "static " : "")subscript(\(list)) -> \(decl.type.substituting(substitutions))"
    case .enumCase(let decl):
      if decl.payload.isEmpty { return "case \(decl.name)" }
      let list = decl.payload.map { ($0.label.map { "\($0): " } ?? "") + $0.type.substituting(substitutions).description }
      return "case \(decl.name)(\(list.joined(separator: ", ")))"
    case .nominal(let decl): return decl.signature
    case .alias(let alias): return "typealias \(alias.name) = \(alias.type)"
    case .associatedType(let decl): return "associatedtype \(decl.name)"
    }
  }

  func kind(of member: Member) -> String {
    switch member {
    case .function(let function): return function.kind == .initializer ? "initializer" : "function"
    case .property: return "property"
    case .subscriptDecl: return "subscript"
    case .enumCase: return "case"
    case .nominal, .alias, .associatedType: return "type"
    }
  }

  /// Where a member was declared, if that is in a cell.
  func place(of member: Member) -> SourceRange? {
    let range: SourceRange
    switch member {
    case .function(let function): range = function.range
    case .property(let property): range = property.range
    case .subscriptDecl(let decl): range = decl.range
    case .enumCase(let decl): range = decl.range
    case .nominal(let decl): range = decl.range
    case .alias, .associatedType: return nil
    }
    return range.file.cell > 0 ? range : nil
  }
}

extension FunctionDecl {
  /// `func f(_ x: Int, by: Double = 1.0) -> String`
  package func signature(_ substitutions: Substitutions = Substitutions()) -> String {
    var text = isStatic ? "static " : ""
    if isMutating, kind == .method { text += "mutating " }
    if let fixity { text += fixity + " " }
    let outer = max(parent?.generics.count ?? 0, outerGenericCount)
    let own = generics.dropFirst(outer).filter { !$0.name.hasPrefix("some ") }
    var clause = own.isEmpty ? "" : "<\(own.map(\.name).joined(separator: ", "))>"
    if kind == .initializer {
      text += "init" + (isFailable ? "?" : "")
    } else {
      text += "func \(name)"
      if isOperator { clause = " " + clause }
    }
    text += clause + "(" + parameters.map { $0.signature(substitutions) }.joined(separator: ", ") + ")"
    if isThrowing { text += " throws" } else if isRethrowing { text += " rethrows" }
    if kind != .initializer, !resultType.isVoid { text += " -> \(resultType.substituting(substitutions))" }
    let ownSet = Set(own)
    let constraints = requirements.compactMap { requirement -> String? in
      guard requirement.mentions(ownSet) else { return nil }
      switch requirement {
      case .conforms(let type, let proto): return "\(type) : \(proto.name)"
      case .sameType(let left, let right): return "\(left) == \(right)"
      case .superclass(let type, let bound): return "\(type) : \(bound)"
      case .classBound(let type): return "\(type) : AnyObject"
      }
    }
    if !constraints.isEmpty { text += " where \(constraints.joined(separator: ", "))" }
    return text
  }
}

extension Parameter {
  package func signature(_ substitutions: Substitutions, isSubscript: Bool = false) -> String {
    var type = variable.type.substituting(substitutions)
    if isVariadic, case .nominal(_, let arguments) = type, let element = arguments.first { type = element }
    let name: String
    if label == variable.name { name = variable.name } else if let label { name = "\(label) \(variable.name)" } else {
      name = isSubscript ? variable.name : "_ \(variable.name)"
    }
    var text = "\(name): " + (isInout ? "inout " : "") + (isAutoclosure ? "@autoclosure " : "") + type.description + (isVariadic ? "..." : "")
    if let defaultText { text += " = \(defaultText)" }
    return text
  }
}

extension NominalDecl {
  package var signature: String {
    var text = "\(kind.rawValue) \(name)"
    let own = generics.dropFirst(info.outerCount)
    if !isProtocol, !own.isEmpty { text += "<\(own.map(\.name).joined(separator: ", "))>" }
    if isProtocol, !info.primaryAssociated.isEmpty { text += "<\(info.primaryAssociated.joined(separator: ", "))>" }
    var inherits = superclass.map { [$0.description] } ?? []
    inherits += conformances.filter { $0.conditions.isEmpty && $0.isExplicit }.map(\.proto.name)
    if let rawType { inherits.insert(rawType.description, at: 0) }
    if !inherits.isEmpty { text += ": \(inherits.joined(separator: ", "))" }
    return text
  }
}
