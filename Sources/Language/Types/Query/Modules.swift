extension Checker {
  /// A type that a module declares, the latest module first; `Generator.Kind` is a type within one.
  package func nominal(named name: String) -> NominalDecl? {
    let parts = name.split(separator: ".").map(String.init)
    guard let first = parts.first else { return nil }
    for module in moduleScopes.reversed() {
      for case .nominal(let outer) in module.entities(named: first) {
        return parts.dropFirst().reduce(outer) { decl, part in decl?.nestedTypes[part] }
      }
    }
    return nil
  }
}
