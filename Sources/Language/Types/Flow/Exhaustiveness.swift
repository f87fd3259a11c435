/// Whether the patterns of a `switch` (or of `catch` clauses) take every value, and which values they miss.
///
/// The matrix algorithm of L. Maranget, "Warnings for pattern matching" (2007): a row for each pattern without a `where`;
/// a column is split by the constructors of its type (the cases of an enum, `true` and `false`, the one of a tuple).
package struct Exhaustiveness {
  /// What the patterns miss, as patterns to add (`.c`, `(.a, _)`); empty where nothing is missed. `_` alone means
  /// that only a `default` can help.
  package static func missing(in cases: [TypedCase]) -> [String] {
    if cases.contains(where: { $0.items.isEmpty }) { return [] }
    return missing(in: cases.flatMap { $0.items })
  }

  package static func missing(in items: [(pattern: TypedPattern, condition: TypedExpr?)]) -> [String] {
    let rows = items.filter { $0.condition == nil }.map { [Shape($0.pattern)] }
    var search = Exhaustiveness()
    let missing = search.missing(rows, columns: 1)
    return missing.map { $0[0].text }
  }

  /// A pattern without names: anything, or one constructor with patterns for what it carries.
  private indirect enum Shape {
    /// A single pattern may stand for the whole payload.
    private static func payload(_ patterns: [TypedPattern], of decl: EnumCaseDecl) -> [Shape] {
      guard let only = patterns.first else { return decl.payload.map { _ in .anything } }
      if patterns.count == decl.payload.count { return patterns.map { Shape($0) } }
      switch Shape(only) {
      case .constructor(_, let parts) where parts.count == decl.payload.count: return parts
      case .anything: return decl.payload.map { _ in .anything }
      default: return decl.payload.map { _ in .something }
      }
    }

    case anything
    case constructor(Constructor, [Shape])
    /// Takes some values that no constructor tells, as `1...9` does.
    case something

    init(_ pattern: TypedPattern) {
      switch pattern.kind {
      case .wildcard, .bind: self = .anything
      case .tuple(let elements):
        self = .constructor(Constructor(family: .tuple(elements.count), index: 0), elements.map { Shape($0) })
      case .enumCase(let decl, let payload):
        self = .constructor(
          Constructor(family: .enumeration(decl.parent), index: decl.index),
          Self.payload(payload, of: decl))
      case .some(let inner): self = .constructor(Constructor(family: .optional, index: 1), [Shape(inner)])
      case .none: self = .constructor(Constructor(family: .optional, index: 0), [])
      case .cast(let type, let inner):
        // `is T` where T is what the value is already.
        self = type == pattern.type ? inner.map { Shape($0) } ?? .anything : .something
      case .expression(_, let condition):
        self = Self.boolean(in: condition).map { .constructor(Constructor(family: .boolean, index: $0 ? 1 : 0), []) }
          ?? .something
      }
    }

    /// The literal of a pattern `true` or `false`, which is compared by `~=`.
    private static func boolean(in condition: TypedExpr) -> Bool? {
      guard case .call(_, let arguments) = condition.kind else { return nil }
      for argument in arguments {
        if case .value(let value) = argument, case .boolean(let literal) = value.kind { return literal }
      }
      return nil
    }

    /// As one would write it.
    var text: String {
      switch self {
      case .anything, .something: "_"
      case .constructor(let constructor, let inner): constructor.text(inner.map(\.text))
      }
    }
  }

  private struct Constructor: Hashable {
    enum Family: Hashable {
      case enumeration(NominalDecl)
      case optional, boolean
      case tuple(Int)
    }

    var family: Family
    var index: Int

    var all: [Constructor] {
      let count =
        switch family {
        case .enumeration(let decl): decl.cases.count
        case .optional, .boolean: 2
        case .tuple: 1
        }
      return (0..<count).map { Constructor(family: family, index: $0) }
    }

    var arity: Int {
      switch family {
      case .enumeration(let decl): index < decl.cases.count ? decl.cases[index].payload.count : 0
      case .optional: index
      case .boolean: 0
      case .tuple(let count): count
      }
    }

    func text(_ inner: [String]) -> String {
      switch family {
      case .boolean: return index == 1 ? "true" : "false"
      case .optional: return index == 1 ? ".some(\(inner.joined(separator: ", ")))" : ".none"
      case .tuple: return "(\(inner.joined(separator: ", ")))"
      case .enumeration(let decl):
        guard index < decl.cases.count else { return "_" }
        let element = decl.cases[index]
        if inner.isEmpty { return ".\(element.name)" }
        let payload = zip(element.payload, inner).map { field, text in field.label.map { "\($0): \(text)" } ?? text }
        return ".\(element.name)(\(payload.joined(separator: ", ")))"
      }
    }
  }

  /// Patterns of many columns can take exponential time; past this the switch is taken to be exhaustive, and a value that
  /// nothing takes traps when it comes.
  private var steps = 20_000
  /// More would not be read.
  private static let most = 12

  private mutating func missing(_ rows: [[Shape]], columns: Int) -> [[Shape]] {
    steps -= 1
    guard steps > 0 else { return [] }
    guard columns > 0 else { return rows.isEmpty ? [[]] : [] }
    let used = rows.compactMap { row -> Constructor? in
      if case .constructor(let constructor, _) = row[0] { return constructor }
      return nil
    }
    let others = rows.compactMap { row -> [Shape]? in
      if case .anything = row[0] { return Array(row.dropFirst()) }
      return nil
    }
    guard let all = used.first?.all else {
      return missing(others, columns: columns - 1).map { [.anything] + $0 }
    }
    var result: [[Shape]] = []
    let seen = Set(used)
    for constructor in all where result.count < Self.most {
      if !seen.contains(constructor) {
        let wild = Shape.constructor(constructor, Array(repeating: .anything, count: constructor.arity))
        result += missing(others, columns: columns - 1).map { [wild] + $0 }
        continue
      }
      let arity = constructor.arity
      let inner = rows.compactMap { row -> [Shape]? in
        switch row[0] {
        case .anything: return Array(repeating: .anything, count: arity) + row.dropFirst()
        case .constructor(constructor, let fields): return fields + row.dropFirst()
        default: return nil
        }
      }
      result += missing(inner, columns: arity + columns - 1).map { row in
        [.constructor(constructor, Array(row.prefix(arity)))] + row.dropFirst(arity)
      }
    }
    return Array(result.prefix(Self.most))
  }
}
