import Language

/// How a value of a type passes between a cell and the library, decided from the type as it is written.
enum Passing {
  case void
  /// By itself: `HostValue`.
  case value
  /// `any P`, `(any P)?`, `[any P]`: through an adapter.
  case existential
  case optionalExistential
  case existentials
  /// A closure of the cell that the library calls, or one of the library that the cell calls.
  case function
  /// A tuple, one or nil, and an array of pairs; only as results.
  case tuple
  case optionalTuple
  case pairs
}

/// The public types of the library by name, and what is known of the standard library's.
struct TypeTable {
  enum Kind {
    /// A struct or class: a reference to the host's value.
    case native
    /// An enum without payloads: its tag.
    case tagged
    case proto
    /// Carried into cells as source text.
    case source
  }

  struct Entry {
    var kind: Kind
    /// With module and outer types: `Nabla.Generator.Kind`.
    var swiftName: String
  }

  /// By the path of names within the module: `Generator.Kind`.
  private(set) var entries: [String: Entry] = [:]
  static let plain: Set<String> = ["Int", "Double", "Float", "Bool", "String", "UInt8", "UInt64"]

  mutating func add(_ path: String, _ kind: Kind, module: String) {
    entries[path] = Entry(kind: kind, swiftName: "\(module).\(path)")
  }

  /// The entry of a name used inside `outer`, a path of names.
  func entry(_ name: String, in outer: String) -> Entry? {
    var scope = outer
    while !scope.isEmpty {
      if let found = entries["\(scope).\(name)"] { return found }
      scope = scope.split(separator: ".").dropLast().joined(separator: ".")
    }
    return entries[name]
  }

  /// How a value of the type passes; nil where it cannot.
  func passing(_ type: TypeExpr?, in outer: String) -> Passing? {
    guard let type else { return .void }
    switch type.kind {
    case .named(let components) where components.map(\.name.text) == ["Void"]: return .void
    case .named, .dictionary: return isValue(type, in: outer) ? .value : nil
    case .any(let inner): return isProtocol(inner, in: outer) ? .existential : nil
    case .optional(let wrapped):
      if case .any(let inner) = wrapped.unparenthesized.kind { return isProtocol(inner, in: outer) ? .optionalExistential : nil }
      if case .tuple(let fields) = wrapped.kind, fields.count == 2 {
        return fields.allSatisfy { isValue($0.type, in: outer) } ? .optionalTuple : nil
      }
      return isValue(type, in: outer) ? .value : nil
    case .array(let element):
      if case .any(let inner) = element.unparenthesized.kind { return isProtocol(inner, in: outer) ? .existentials : nil }
      if case .tuple(let fields) = element.kind, fields.count == 2 {
        return fields.allSatisfy { isValue($0.type, in: outer) } ? .pairs : nil
      }
      return isValue(type, in: outer) ? .value : nil
    case .tuple(let fields):
      if fields.isEmpty { return .void }
      if fields.count == 1 { return passing(fields[0].type, in: outer) }
      return fields.count == 2 && fields.allSatisfy { isValue($0.type, in: outer) } ? .tuple : nil
    case .function(let parameters, .never, let result):
      guard parameters.allSatisfy({ !$0.isInout && isValue($0.type, in: outer) }) else { return nil }
      switch passing(result, in: outer) {
      case .value, .void, .tuple: return .function
      default: return nil
      }
    default: return nil
    }
  }

  private func isValue(_ type: TypeExpr, in outer: String) -> Bool {
    switch type.kind {
    case .named(let components):
      guard components.allSatisfy({ $0.arguments.isEmpty }) else { return false }
      let name = components.map(\.name.text).joined(separator: ".")
      if Self.plain.contains(name) { return true }
      switch entry(name, in: outer)?.kind {
      case .native, .tagged: return true
      case .proto, .source, nil: return name == "Self"
      }
    case .optional(let inner), .array(let inner): return isValue(inner, in: outer)
    case .dictionary(let key, let value): return isValue(key, in: outer) && isValue(value, in: outer)
    case .tuple(let fields): return fields.count == 1 && isValue(fields[0].type, in: outer)
    default: return false
    }
  }

  private func isProtocol(_ type: TypeExpr, in outer: String) -> Bool {
    guard case .named(let components) = type.kind, components.count == 1 else { return false }
    return entry(components[0].name.text, in: outer)?.kind == .proto
  }

  /// The type as the thunks write it, with the names of the library qualified.
  func swift(_ type: TypeExpr, in outer: String) -> String {
    switch type.kind {
    case .named(let components):
      let name = components.map(\.name.text).joined(separator: ".")
      if name == "Self" { return entries[outer]?.swiftName ?? outer }
      return entry(name, in: outer)?.swiftName ?? name
    case .optional(let inner): return "(\(swift(inner, in: outer)))?"
    case .array(let inner): return "[\(swift(inner, in: outer))]"
    case .any(let inner): return "(any \(swift(inner, in: outer)))"
    case .tuple(let fields): return "(\(fields.map { swift($0.type, in: outer) }.joined(separator: ", ")))"
    case .function(let parameters, let throwing, let result):
      let inner = parameters.map { swift($0.type, in: outer) }.joined(separator: ", ")
      return "(\(inner))\(throwing.isThrowing ? " throws" : "") -> \(swift(result, in: outer))"
    case .dictionary(let key, let value): return "[\(swift(key, in: outer)): \(swift(value, in: outer))]"
    default: return type.text
    }
  }
}

extension TypeExpr {
  /// `(any P)` is a tuple of one in the tree.
  var unparenthesized: TypeExpr {
    if case .tuple(let fields) = kind, fields.count == 1 { return fields[0].type.unparenthesized }
    return self
  }

  var text: String { range.text }
}

extension SourceRange {
  var text: String { String(decoding: file.bytes[Int(start)..<Int(end)], as: UTF8.self) }
}
