extension Checker {
  /// Says which values no case of a `switch` takes.
  func checkExhaustive(_ cases: [TypedCase], _ type: Type, _ syntax: SwitchStmt) {
    if type.isError || type == wellKnown.never { return }
    if cases.isEmpty {
      if syntax.cases.isEmpty { report(.switchNeedsCase, at: syntax.range.keyword("switch")) }
      return
    }
    if cases.contains(where: { $0.items.isEmpty }) || syntax.cases.contains(where: \.isDefault) { return }
    var rows: [[Shape]] = []
    for item in cases {
      for (pattern, condition) in item.items where condition == nil {
        if let shape = shape(of: pattern) { rows.append([shape]) }
      }
    }
    var effort = 5_000
    let missing = missing(rows, [type], &effort)
    guard !missing.isEmpty else { return }
    let texts = missing.prefix(20).compactMap(\.first)
    var notes: [Note] = []
    var fixes: [Diagnostic.Fix] = []
    let end = SourceRange(file: syntax.range.file, start: max(Int(syntax.range.start), Int(syntax.range.end) - 1), end: max(Int(syntax.range.start), Int(syntax.range.end) - 1))
    if texts.contains("_") {
      notes = [(.addDefault, syntax.range.keyword("switch"))]
      fixes = [Diagnostic.Fix(label: "add a default clause", range: end, replacement: "default:\n<#code#>\n")]
    } else {
      notes = texts.map { (.addMissingCase($0), syntax.range.keyword("switch")) }
      fixes = [
        Diagnostic.Fix(
          label: "add missing cases", range: end, replacement: texts.map { "case \($0):\n<#code#>\n" }.joined())
      ]
    }
    report(.switchNotExhaustive, at: syntax.range.keyword("switch"), notes: notes, fixes: fixes)
  }

  /// A pattern as far as exhaustiveness goes.
  private indirect enum Shape {
    case any
    case constructor(String, [Shape])
  }

  private struct Constructor {
    var name: String
    var labels: [String?]
    var arguments: [Type]
    /// How it is written around the texts of its arguments.
    var isTuple = false
  }

  /// nil for a pattern that takes only some values of its type, by a test.
  private func shape(of pattern: TypedPattern) -> Shape? {
    switch pattern.kind {
    case .wildcard, .bind: return .any
    case .tuple(let parts):
      var shapes: [Shape] = []
      for part in parts {
        guard let shape = shape(of: part) else { return nil }
        shapes.append(shape)
      }
      return .constructor("()", shapes)
    case .enumCase(let decl, let parts):
      if parts.isEmpty { return .constructor(decl.name, decl.payload.map { _ in .any }) }
      var shapes: [Shape] = []
      for part in parts {
        guard let shape = shape(of: part) else { return nil }
        shapes.append(shape)
      }
      return .constructor(decl.name, shapes)
    case .some(let inner): return shape(of: inner).map { .constructor("some", [$0]) }
    case .none: return .constructor("none", [])
    case .cast(let type, let inner):
      if areSame(type, pattern.type) || isConvertible(pattern.type, to: type) { return inner.map { shape(of: $0) } ?? .any }
      return nil
    case .expression(_, let expr):
      if pattern.type == wellKnown.bool, case .call(_, let arguments) = expr.kind, case .value(let first)? = arguments.first,
        case .boolean(let value) = first.kind {
        return .constructor(value ? "true" : "false", [])
      }
      return nil
    }
  }

  /// The finite ways to make a value of a type; nil where there are too many.
  private func constructors(_ type: Type) -> [Constructor]? {
    if type == wellKnown.bool { return [Constructor(name: "true", labels: [], arguments: []), Constructor(name: "false", labels: [], arguments: [])] }
    switch type {
    case .tuple(let elements):
      return [Constructor(name: "()", labels: elements.map(\.label), arguments: elements.map(\.type), isTuple: true)]
    case .nominal(let decl, let arguments):
      if let wrapped = wellKnown.unwrapped(type) {
        return [Constructor(name: "some", labels: [nil], arguments: [wrapped]), Constructor(name: "none", labels: [], arguments: [])]
      }
      guard decl.kind == .enumDecl, decl.representation == .members || !decl.cases.isEmpty else { return nil }
      let substitutions = Substitutions(decl.generics, arguments)
      return decl.cases.map {
        Constructor(name: $0.name, labels: $0.payload.map(\.label), arguments: $0.payload.map { $0.type.substituting(substitutions) })
      }
    default: return nil
    }
  }

  /// Texts of the vectors of values that no row takes.
  private func missing(_ rows: [[Shape]], _ types: [Type], _ effort: inout Int) -> [[String]] {
    effort -= 1
    if effort <= 0 { return [] }
    guard let type = types.first else { return rows.isEmpty ? [[]] : [] }
    let rest = Array(types.dropFirst())
    let isMentioned = rows.contains { if case .constructor? = $0.first { true } else { false } }
    guard isMentioned, let constructors = constructors(type) else {
      let defaults = rows.compactMap { row -> [Shape]? in
        if case .any? = row.first { return Array(row.dropFirst()) }
        return nil
      }
      if !isMentioned, rows.isEmpty, let constructors = constructors(type), types.count == 1, !constructors.isEmpty, constructors.count <= 20,
        !constructors[0].isTuple {
        return constructors.map { [text($0, $0.arguments.map { _ in "_" })] }
      }
      return missing(defaults, rest, &effort).map { ["_"] + $0 }
    }
    var result: [[String]] = []
    for constructor in constructors {
      let specialized = rows.compactMap { row -> [Shape]? in
        switch row.first {
        case .any?: return constructor.arguments.map { _ in .any } + row.dropFirst()
        case .constructor(let name, let arguments)? where name == constructor.name: return arguments + row.dropFirst()
        default: return nil
        }
      }
      for vector in missing(specialized, constructor.arguments + rest, &effort) {
        let count = constructor.arguments.count
        guard vector.count >= count else { continue }
        result.append([text(constructor, Array(vector.prefix(count)))] + vector.dropFirst(count))
        if result.count > 40 { return result }
      }
    }
    return result
  }

  private func text(_ constructor: Constructor, _ arguments: [String]) -> String {
    if constructor.isTuple { return "(\(arguments.joined(separator: ", ")))" }
    if constructor.name == "true" || constructor.name == "false" { return constructor.name }
    if arguments.isEmpty { return "." + constructor.name }
    if arguments.allSatisfy({ $0 == "_" }) {
      return ".\(constructor.name)(\(constructor.labels.map { ($0.map { "\($0): " } ?? "") + "_" }.joined(separator: ", ")))"
    }
    let parts = zip(constructor.labels, arguments).map { ($0.map { "\($0): " } ?? "") + $1 }
    return ".\(constructor.name)(\(parts.joined(separator: ", ")))"
  }
}

extension SourceRange {
  /// The word at the start of a statement, which may follow a label.
  func keyword(_ word: String) -> SourceRange {
    let bytes = Array(word.utf8)
    var index = Int(start)
    let limit = min(Int(end), file.bytes.count)
    while index + bytes.count <= limit {
      if Array(file.bytes[index..<index + bytes.count]) == bytes { return SourceRange(file: file, start: index, end: index + bytes.count) }
      index += 1
    }
    return self
  }
}
