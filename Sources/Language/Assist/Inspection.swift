/// What a name at a cursor is.
package struct Inspection: Sendable {
  /// The declarations that the name may mean, as signatures.
  package var signatures: [String]
  /// `variable`, `function`, `method`, `struct`…
  package var kind: String
  package var documentation: String?
  /// Where it was declared, if that is in a cell: the number of the cell, and the line.
  package var cell: Int?
  package var line: Int?
  /// The text of the declaration, where it is known.
  package var source: String?
  /// The name of a variable of the session, whose value a caller may show.
  package var variable: String?
}

extension Checker {
  /// The declaration, type and documentation of the name at a cursor, or of the function around it.
  package func inspect(_ text: String, at scalars: Int) -> Inspection? {
    var cursor = Cursor(text, at: scalars)
    // Behind `f(` the function is meant.
    if cursor.word.isEmpty, cursor.offset > 0, cursor.bytes[cursor.offset - 1] == UInt8(ascii: "(") {
      cursor = Cursor(text, at: scalars - 1)
    }
    guard cursor.situation != .command, !cursor.word.isEmpty else { return nil }
    return probe(at: cursor) { inspect(cursor.word, $0) } ?? nil
  }

  private func inspect(_ word: String, _ probe: Probe) -> Inspection? {
    switch probe.place {
    case .member(let type): return inspect(members(of: instance(type), named: word))
    case .implicitMember(let type): return inspect(members(of: wellKnown.stripped(type), named: word))
    case .module(let module): return inspect(module.entities(named: word), word)
    case .name(let scope), .type(let scope):
      switch lookup(word, in: scope) {
      case .entities(let entities): return inspect(entities, word)
      case .members(let decl, _): return inspect(members(of: decl.selfType, named: word))
      case .tooEarly, .none: return nil
      }
    case nil: return nil
    }
  }

  private func instance(_ type: Type) -> Type {
    if case .metatype(let instance) = type { instance } else { type }
  }

  // MARK: Results

  private func inspect(_ found: [FoundMember]) -> Inspection? {
    guard let first = found.first else { return nil }
    var inspection = Inspection(signatures: [], kind: kind(of: first.member))
    for member in found {
      let text = signature(of: member.member, member.substitutions)
      if !inspection.signatures.contains(text) { inspection.signatures.append(text) }
      if inspection.documentation == nil { inspection.documentation = documentation(of: member.member) }
    }
    if let range = place(of: first.member) { add(range, to: &inspection) }
    return inspection
  }

  private func documentation(of member: Member) -> String? {
    switch member {
    case .property(let property): property.documentation
    case .function(let function): function.documentation
    case .subscriptDecl(let decl): decl.documentation
    case .enumCase(let decl): decl.documentation
    case .nominal(let decl): decl.documentation
    case .alias, .associatedType: nil
    }
  }

  private func inspect(_ entities: [Entity], _ name: String) -> Inspection? {
    var inspection: Inspection?
    func add(_ signature: String, _ kind: String, _ documentation: String?, _ range: SourceRange?) {
      var known = inspection ?? Inspection(signatures: [], kind: kind)
      if inspection == nil, let range { self.add(range, to: &known) }
      if !known.signatures.contains(signature) { known.signatures.append(signature) }
      if known.documentation == nil { known.documentation = documentation }
      inspection = known
    }
    for entity in entities {
      switch entity {
      case .variable(let variable):
        add("\(variable.isLet ? "let" : "var") \(name): \(variable.type)", "variable", variable.documentation, variable.range)
        if case .global = variable.kind { inspection?.variable = name }
      case .function(let function): add(function.signature(), "function", function.documentation, function.range)
      case .nominal(let decl):
        add(decl.signature, decl.kind.rawValue, decl.documentation, decl.range)
        for initializer in members(of: decl.selfType, named: "init") {
          if inspection.map({ $0.signatures.count < 12 }) ?? false {
            add(signature(of: initializer.member, initializer.substitutions), "", nil, nil)
          }
        }
      case .alias(let alias): add("typealias \(name) = \(alias.type)", "type", nil, nil)
      case .generic(let parameter): add(parameter.name, "type", nil, nil)
      case .module(let module): add("import \(module.name)", "module", nil, nil)
      case .metatypeSelf(let type, _): add(type.description, "type", nil, nil)
      case .pending(let pending):
        if let inner = inspect(pending.entities, name) {
          for text in inner.signatures { add(text, inner.kind, inner.documentation, nil) }
        }
      }
    }
    return inspection
  }

  private func add(_ range: SourceRange, to inspection: inout Inspection) {
    guard range.file.cell > 0, range.file.cell != Int.max else { return }
    inspection.cell = range.file.cell
    inspection.line = range.line
    inspection.source = range.file.lineText(range.line)
  }
}
