/// A function or type that cells declared.
package struct SessionDeclaration {
  package var name: String
  package var signature: String
  fileprivate var range: SourceRange?
}

extension Checker {
  /// The functions and types that cells declared and that can still be seen, in the order of their declaration.
  package var sessionDeclarations: (functions: [SessionDeclaration], types: [SessionDeclaration]) {
    var functions: [SessionDeclaration] = []
    var types: [SessionDeclaration] = []
    for (name, entities) in session.names {
      for entity in entities {
        switch entity {
        case .function(let function):
          functions.append(SessionDeclaration(name: name, signature: function.signature(), range: function.range))
        case .nominal(let decl): types.append(SessionDeclaration(name: name, signature: decl.signature, range: decl.range))
        case .alias(let alias):
          types.append(SessionDeclaration(name: name, signature: "typealias \(name) = \(alias.type)", range: nil))
        case .variable, .generic, .metatypeSelf, .module, .pending: break
        }
      }
    }
    // Aliases do not know their place, and come last.
    func place(_ declaration: SessionDeclaration) -> (Int, Int32, String) {
      (declaration.range?.file.cell ?? .max, declaration.range?.start ?? 0, declaration.name)
    }
    return (functions.sorted { place($0) < place($1) }, types.sorted { place($0) < place($1) })
  }
}
