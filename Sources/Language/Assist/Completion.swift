/// What can stand at a cursor. Offsets count Unicode scalars.
package struct Completion: Sendable {
  package struct Item: Sendable, Equatable {
    package var text: String
    package var kind: String
    package var signature: String
  }

  package var start: Int
  package var end: Int
  package var items: [Item]
}

extension Checker {
  /// The candidates at a cursor, in the order of their nearness. `commands` are those of the kernel, without `%`.
  package func complete(
    _ text: String, at scalars: Int, commands: [(name: String, summary: String)] = []
  ) -> Completion {
    let cursor = Cursor(text, at: scalars)
    var completer = Completer(checker: self, prefix: cursor.prefix)
    switch cursor.situation {
    case .nothing: break
    case .command:
      for command in commands { completer.offer(command.name, "command", command.summary) }
    case .importing:
      for module in ["Foundation"] + modules { completer.offer(module, "module", "import \(module)") }
    case .code:
      // Behind a period of which nothing is known, names are no help.
      let known: Void? = probe(at: cursor) { completer.offer($0) }
      if known == nil, !cursor.followsPeriod { completer.offerSession() }
    }
    return Completion(
      start: cursor.scalars(cursor.wordStart), end: cursor.scalars(cursor.offset), items: completer.items)
  }
}

/// Collects candidates that begin with a prefix.
private struct Completer {
  let checker: Checker
  let prefix: String
  var items: [Completion.Item] = []
  private var positions: [String: Int] = [:]

  init(checker: Checker, prefix: String) {
    self.checker = checker
    self.prefix = prefix
  }

  private func matches(_ name: String) -> Bool {
    name.hasPrefix(prefix) && (!name.hasPrefix("_") || prefix.hasPrefix("_")) && name != Probe.name
      && name.unicodeScalars.first.map { $0.properties.isXIDStart || $0 == "$" || $0 == "_" || $0.properties.isEmoji } ?? false
  }

  /// Overloads are one item, with the signature of the first.
  mutating func offer(_ name: String, _ kind: String, _ signature: @autoclosure () -> String) {
    guard matches(name) else { return }
    let key = name + (kind == "label" ? ":" : "")
    guard positions[key] == nil else { return }
    positions[key] = items.count
    items.append(Completion.Item(text: key, kind: kind, signature: signature()))
  }

  mutating func offer(_ probe: Probe) {
    switch probe.place {
    case .member(let type): offerMembers(of: type)
    case .module(let module): for name in module.names.keys.sorted() { offer(name, in: module) }
    case .implicitMember(let type):
      for candidate in argumentTypes(probe) + [type] { offerImplicitMembers(of: candidate) }
    case .name(let scope):
      offerLabels(probe)
      offerNames(from: scope, typesOnly: false)
      offerKeywords()
    case .type(let scope): offerNames(from: scope, typesOnly: true)
    case nil: break
    }
  }

  // MARK: Members

  mutating func offerMembers(of type: Type) {
    switch type {
    case .metatype(let instance):
      offerMembers(of: instance, isStatic: true)
      offer("self", "keyword", "the type itself")
    case .tuple(let elements):
      for (index, element) in elements.enumerated() {
        if let label = element.label { offer(label, "property", "\(label): \(element.type)") }
        if prefix.isEmpty || "\(index)".hasPrefix(prefix) {
          items.append(Completion.Item(text: "\(index)", kind: "property", signature: element.type.description))
        }
      }
    default: offerMembers(of: type, isStatic: false)
    }
  }

  private mutating func offerMembers(of type: Type, isStatic: Bool) {
    let checker = checker
    for name in names(of: type).sorted() where matches(name) {
      for found in checker.members(of: type, named: name) where found.member.isStatic == isStatic {
        guard offers(found.member, name) else { continue }
        offer(name, kind(of: found.member), checker.signature(of: found.member, found.substitutions))
      }
    }
  }

  /// The names that values of a type may have members of.
  private func names(of type: Type) -> Set<String> {
    switch type {
    case .nominal(let decl, _): return checker.memberNames(of: decl)
    case .existential(let existential):
      return Set(existential.protocols.flatMap(\.allRefined).flatMap { $0.info.members.keys })
    case .parameter, .dependent, .opaque:
      return Set(checker.environment.protocols(of: checker.environment.canonical(type)).flatMap { $0.info.members.keys })
    default: return []
    }
  }

  /// Subscripts and operators are members without a name to write.
  private func offers(_ member: Member, _ name: String) -> Bool {
    switch member {
    case .subscriptDecl, .associatedType: false
    case .function(let function): !function.isOperator
    default: true
    }
  }

  /// Cases and static members that give the type itself.
  private mutating func offerImplicitMembers(of type: Type) {
    let checker = checker
    let type = checker.wellKnown.stripped(type)
    for name in names(of: type).sorted() where matches(name) {
      for found in checker.members(of: type, named: name) where found.member.isStatic && offers(found.member, name) {
        let result: Type? = switch found.member {
        case .enumCase: type
        case .property(let property): property.type.substituting(found.substitutions)
        case .function(let function):
          function.kind == .initializer ? type : checker.wellKnown.stripped(function.resultType.substituting(found.substitutions))
        default: nil
        }
        let isOfProtocol = if case .existential = type { true } else { false }
        guard let result, result == type || isOfProtocol else { continue }
        offer(name, kind(of: found.member), checker.signature(of: found.member, found.substitutions))
      }
    }
  }

  private func kind(of member: Member) -> String {
    switch member {
    case .property: "property"
    case .function(let function): function.kind == .initializer ? "initializer" : "method"
    case .enumCase: "case"
    case .nominal(let decl): decl.kind.rawValue
    case .alias, .associatedType: "type"
    case .subscriptDecl: "subscript"
    }
  }

  // MARK: Names

  private mutating func offerNames(from scope: Scope, typesOnly: Bool) {
    var current: Scope? = scope
    while let here = current {
      for (name, entities) in here.names.sorted(by: { $0.key < $1.key }) where matches(name) {
        for entity in entities { offer(entity, name, typesOnly: typesOnly) }
      }
      switch here.kind {
      case .type(let decl):
        if !typesOnly { offerMembers(of: decl.selfType, isStatic: false) }
        for name in checker.memberNames(of: decl).sorted() where matches(name) {
          for found in checker.members(of: decl.selfType, named: name) {
            if case .nominal(let nested) = found.member { offer(name, nested.kind.rawValue, nested.signature) }
          }
        }
      case .module: offerModules(typesOnly: typesOnly)
      case .block, .function: break
      }
      current = here.parent
    }
  }

  /// The names of the session and of the modules.
  mutating func offerSession() {
    offerModules(typesOnly: false)
    offerKeywords()
  }

  private mutating func offerModules(typesOnly: Bool) {
    for module in checker.visibleModules() {
      for name in module.names.keys.sorted() where matches(name) { offer(name, in: module, typesOnly: typesOnly) }
    }
  }

  private mutating func offer(_ name: String, in module: ModuleScope, typesOnly: Bool = false) {
    guard matches(name) else { return }
    for entity in module.entities(named: name) { offer(entity, name, typesOnly: typesOnly) }
  }

  private mutating func offer(_ entity: Entity, _ name: String, typesOnly: Bool) {
    switch entity {
    case .variable(let variable):
      if !typesOnly { offer(name, "variable", "\(variable.isLet ? "let" : "var") \(name): \(variable.type)") }
    case .function(let function):
      if !typesOnly, !function.isOperator { offer(name, "function", function.signature()) }
    case .nominal(let decl): offer(name, decl.kind.rawValue, decl.signature)
    case .alias(let alias): offer(name, "type", "typealias \(name) = \(alias.type)")
    case .generic(let parameter): offer(name, "type", parameter.name)
    case .metatypeSelf: break
    case .module(let module): offer(module.name, "module", "import \(module.name)")
    case .pending(let pending): for inner in pending.entities { offer(inner, name, typesOnly: typesOnly) }
    }
  }

  private mutating func offerKeywords() {
    guard !prefix.isEmpty else { return }
    for keyword in Self.keywords { offer(keyword, "keyword", keyword) }
  }

  /// The words that begin or continue what a cell can hold.
  private static let keywords: [String] = (Keyword.allCases.map(\.rawValue).filter {
    !["_", "deinit", "associatedtype", "precedencegroup", "fileprivate", "rethrows"].contains($0)
  } + ["mutating", "lazy", "weak", "unowned", "override", "indirect", "final", "some", "any"]).sorted()

  /// What the overloads of the callee take at the place of the argument, types of the session first.
  private func argumentTypes(_ probe: Probe) -> [Type] {
    guard let argument = probe.argument else { return [] }
    let types = probe.callees.compactMap { callee -> Type? in
      let parameters = callee.function.parameters
      if let label = argument.label {
        return parameters.first { $0.label == label }?.variable.type.substituting(callee.substitutions)
      }
      let unlabelled = parameters.filter { $0.label == nil }
      guard argument.position < unlabelled.count else { return nil }
      return unlabelled[argument.position].variable.type.substituting(callee.substitutions)
    }
    return types.filter { checker.wellKnown.stripped($0).nominal?.module == "main" }
      + types.filter { checker.wellKnown.stripped($0).nominal?.module != "main" }
  }

  // MARK: Labels

  private mutating func offerLabels(_ probe: Probe) {
    for (function, substitutions) in probe.callees {
      for parameter in function.parameters {
        guard let label = parameter.label else { continue }
        offer(label, "label", function.signature(substitutions))
      }
    }
  }
}
