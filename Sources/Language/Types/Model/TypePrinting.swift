extension Type: CustomStringConvertible {
  /// As `swiftc` prints types: `[Int]`, `(Int) -> Bool`, `any P`.
  package var description: String {
    switch self {
    case .nominal(let decl, let arguments): return decl.printed(with: arguments)
    case .tuple(let elements):
      let parts = elements.map { ($0.label.map { "\($0): " } ?? "") + $0.type.description }
      return "(\(parts.joined(separator: ", ")))"
    case .function(let function): return function.description
    case .metatype(.existential(let existential)):
      return existential.isAny ? "any Any.Type" : "any \(existential.bareDescription).Type"
    case .metatype(let instance): return "\(instance.descriptionAsOperand).Type"
    case .existential(let existential): return existential.description
    case .parameter(let parameter): return parameter.name
    case .dependent(let base, let associated): return "\(base).\(associated.name)"
    case .opaque(let opaque, _):
      return "some " + (opaque.protocols.isEmpty ? "Any" : opaque.protocols.map(\.name).joined(separator: " & "))
    case .variable: return "_"
    case .error: return "_"
    }
  }

  /// In parentheses where `?` or `.Type` follows.
  var descriptionAsOperand: String {
    switch self {
    case .function, .opaque: return "(\(description))"
    case .existential(let existential) where !existential.isAny && existential != .anyObject: return "(\(description))"
    default: return description
    }
  }
}

extension NominalDecl {
  func printed(with arguments: [Type]) -> String {
    if module == "Swift", parent == nil {
      switch (name, arguments.count) {
      case ("Optional", 1): return arguments[0].descriptionAsOperand + "?"
      case ("Array", 1): return "[\(arguments[0])]"
      case ("Dictionary", 2): return "[\(arguments[0]) : \(arguments[1])]"
      default: break
      }
    }
    let own = arguments.suffix(max(0, arguments.count - (parent?.generics.count ?? 0)))
    var text = name
    if !own.isEmpty { text += "<\(own.map(\.description).joined(separator: ", "))>" }
    if let parent, !parent.isProtocol {
      text = parent.printed(with: Array(arguments.prefix(parent.generics.count))) + "." + text
    }
    return text
  }

  /// `Outer.Inner`, without generic arguments.
  package var qualifiedName: String {
    if let parent { return parent.qualifiedName + "." + name }
    return name
  }
}

extension FunctionType: CustomStringConvertible {
  package var description: String {
    let list = parameters.map(\.description).joined(separator: ", ")
    let effect = thrownType.map { "throws(\($0)) " } ?? (isThrowing ? "throws " : "")
    return "(\(list)) \(effect)-> \(result)"
  }
}

extension FunctionType.Parameter: CustomStringConvertible {
  package var description: String {
    (isInout ? "inout " : "") + (isAutoclosure ? "@autoclosure " : "") + type.description + (isVariadic ? "..." : "")
  }
}

extension ExistentialType: CustomStringConvertible {
  package var isAny: Bool { protocols.isEmpty && !isClassBound }

  package static var anyObject: ExistentialType { ExistentialType(protocols: [], isClassBound: true) }

  var bareDescription: String {
    var names = protocols.map { proto -> String in
      let arguments = proto.info.primaryAssociated.compactMap { name in
        associated.first { $0.key.name == name }.map { $0.value.description }
      }
      return arguments.isEmpty ? proto.name : "\(proto.name)<\(arguments.joined(separator: ", "))>"
    }
    if isClassBound && protocols.isEmpty { names.append("AnyObject") }
    return names.joined(separator: " & ")
  }

  package var description: String {
    if isAny { return "Any" }
    return protocols.isEmpty ? "AnyObject" : "any \(bareDescription)"
  }
}
