extension Checker {
  /// The functions and types that cells declared and that can still be seen, as signatures, in the order of their
  /// declaration.
  package var sessionDeclarations: (functions: [(name: String, signature: String)], types: [(name: String, signature: String)]) {
    var functions: [(name: String, signature: String, range: SourceRange)] = []
    var types: [(name: String, signature: String, range: SourceRange)] = []
    var aliases: [(name: String, signature: String)] = []
    for (name, entities) in session.names {
      for entity in entities {
        switch entity {
        case .function(let function): functions.append((name, function.signature(), function.range))
        case .nominal(let decl): types.append((name, decl.signature, decl.range))
        case .alias(let alias): aliases.append((name, "typealias \(name) = \(alias.type)"))
        case .variable, .generic, .metatypeSelf, .module, .pending: break
        }
      }
    }
    func ordered(_ found: [(name: String, signature: String, range: SourceRange)]) -> [(name: String, signature: String)] {
      found.sorted { ($0.range.file.cell, $0.range.start) < ($1.range.file.cell, $1.range.start) }.map { ($0.name, $0.signature) }
    }
    return (ordered(functions), ordered(types) + aliases.sorted { $0.name < $1.name })
  }
}
