import Language

/// A tree as text with brackets, for tests to compare. `Mirror` reaches every case, so that a new one needs nothing here.
enum SyntaxDump {
  static func dump(_ text: String, operators: Bool = true) -> String {
    let file = SourceFile(name: "cell 1", cell: 1, text: text)
    let result = Parser.parse(file)
    return result.statements.map { dump($0) }.joined(separator: "\n")
  }

  static func dump(_ value: Any) -> String {
    switch value {
    case let value as Identifier: return value.text
    case is SourceRange: return ""
    case let value as String: return "\"\(value)\""
    case let value as Stmt: return dump(value.kind)
    case let value as Expr: return dump(value.kind)
    case let value as Pattern: return dump(value.kind)
    case let value as TypeExpr: return dump(value.kind)
    case let value as Decl:
      let modifiers = value.modifiers.map { $0.name + ($0.detail.map { "(\($0))" } ?? "") }
      let words = value.attributes.map { "@" + $0.name.text } + modifiers
      return (words + [dump(value.kind)]).joined(separator: " ")
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { dump($0.value) } ?? "nil"
    case .collection: return "[" + mirror.children.map { dump($0.value) }.joined(separator: " ") + "]"
    case .enum:
      guard let payload = mirror.children.first else { return String(describing: value) }
      return "(" + (payload.label ?? "") + inner(payload.value) + ")"
    case .struct, .class: return "{" + fields(mirror) + "}"
    case .tuple: return "(" + fields(mirror) + ")"
    default: return String(describing: value)
    }
  }

  /// The payload of a case, without the brackets of its tuple.
  private static func inner(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    let text = mirror.displayStyle == .tuple ? fields(mirror) : dump(value)
    return text.isEmpty ? "" : " " + text
  }

  /// What is empty or nil says nothing.
  private static func fields(_ mirror: Mirror) -> String {
    mirror.children.compactMap { child -> String? in
      let text = dump(child.value)
      guard !["", "[]", "nil", "false", "{}"].contains(text) else { return nil }
      guard let label = child.label, !label.hasPrefix(".") else { return text }
      return label + ":" + text
    }.joined(separator: " ")
  }
}
