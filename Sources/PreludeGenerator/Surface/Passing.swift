import Language

/// How a value goes between cells and the host.
enum Passing {
  /// A type that the bridge loads and stores, as generated Swift names it.
  case value(String)
  case existential(String)
  case existentials(String)
  case optionalExistential(String)
  case closure(arity: Int)
  case tuple([Passing])
  case tuples([Passing])
  case void
  /// It cannot.
  case none(reason: String)

  var isSupported: Bool {
    switch self {
    case .none: false
    case .tuple(let elements), .tuples(let elements): elements.allSatisfy(\.isSupported)
    default: true
    }
  }

  var reason: String? {
    switch self {
    case .none(let reason): reason
    case .tuple(let elements), .tuples(let elements): elements.compactMap(\.reason).first
    default: nil
    }
  }
}

/// Where a declaration stands: the type around it.
struct Surroundings {
  var module: String
  var path: [String] = []
  /// Names of generic parameters in scope, which no thunk can pass.
  var generics: Set<String> = []
}

extension TypeIndex {
  func passing(_ type: TypeExpr, in place: Surroundings) -> Passing {
    switch type.kind {
    case .named(let components):
      if components.count == 1, components[0].name.text == "Void" { return .void }
      guard let text = swift(type, in: place) else { return .none(reason: "the type '\(type.text)' does not pass") }
      if let info = find(components.map(\.name.text), in: place.path), info.kind == .protocolDecl {
        return .existential("any " + info.swiftName)
      }
      return .value(text)
    case .optional(let wrapped), .implicitlyUnwrapped(let wrapped):
      switch passing(wrapped, in: place) {
      case .value(let text): return .value(text + "?")
      case .existential(let text): return .optionalExistential(text)
      default: return .none(reason: "'\(type.text)' does not pass")
      }
    case .array(let element):
      switch passing(element, in: place) {
      case .value(let text): return .value("[\(text)]")
      case .existential(let text): return .existentials(text)
      case .tuple(let elements): return .tuples(elements)
      default: return .none(reason: "'\(type.text)' does not pass")
      }
    case .dictionary(let key, let value):
      guard case .value(let key) = passing(key, in: place), case .value(let value) = passing(value, in: place),
        hostTypes.contains("Dictionary") || bridged.contains("Dictionary")
      else { return .none(reason: "'\(type.text)' does not pass") }
      return .value("[\(key): \(value)]")
    case .tuple(let elements):
      if elements.isEmpty { return .void }
      return .tuple(elements.map { passing($0.type, in: place) })
    case .function(let parameters, _, let result):
      let parts = parameters.map { passing($0.type, in: place) } + [passing(result, in: place)]
      if let reason = parts.lazy.compactMap(\.reason).first { return .none(reason: reason) }
      return .closure(arity: parameters.count)
    case .any(let inner), .some(let inner):
      guard case .named(let components) = inner.kind else { return .none(reason: "'\(type.text)' does not pass") }
      guard let info = find(components.map(\.name.text), in: place.path), info.kind == .protocolDecl else {
        return .none(reason: "'\(type.text)' is no protocol of the library")
      }
      return .existential("any " + info.swiftName)
    default: return .none(reason: "'\(type.text)' does not pass")
    }
  }

  /// The type as generated Swift names it; nil where the bridge has no way to pass it.
  func swift(_ type: TypeExpr, in place: Surroundings) -> String? {
    guard case .named(var components) = type.kind else { return nil }
    if components.contains(where: { !$0.arguments.isEmpty }) { return nil }
    if components[0].name.text == "Self", components.count == 1 {
      guard let info = types[place.path.joined(separator: ".")], info.kind != .protocolDecl, !info.isGeneric else {
        return nil
      }
      return info.swiftName
    }
    if components.count > 1, components[0].name.text == "Nabla" || components[0].name.text == "Rendering" {
      components.removeFirst()
    }
    let name = components.map(\.name.text)
    if name.count == 1, place.generics.contains(name[0]) { return nil }
    if let info = find(name, in: place.path) {
      if info.isGeneric || info.kind == .enumDecl && info.cases.isEmpty && !bridged.contains(info.name) { return nil }
      return info.swiftName
    }
    if let alias = alias(name, in: place.path) {
      guard case .value(let text) = passing(alias.type, in: place) else { return nil }
      return text
    }
    let text = name.joined(separator: ".")
    return hostTypes.contains(text) || bridged.contains(text) ? text : nil
  }
}
