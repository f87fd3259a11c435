/// What an unqualified name was found to be.
enum LookupResult {
  /// Variables, functions, types: more than one only for functions.
  case entities([Entity])
  /// Members of an enclosing type, reached through its `self` or, in static code, through the type.
  case members(NominalDecl, selfEntity: Entity?)
  /// Declared in the same block, but further down.
  case tooEarly(SourceRange)
  case none
}

extension Checker {
  /// Looks a name up from the inside out.
  func lookup(_ name: String, in scope: Scope) -> LookupResult {
    var current: Scope? = scope
    var selfEntity: Entity?
    var early: SourceRange?
    while let here = current {
      if let found = here.names[name] { return .entities(resolved(found)) }
      if early == nil, let range = here.upcoming[name] { early = range }
      if selfEntity == nil, let found = here.names["self"]?.first { selfEntity = found }
      switch here.kind {
      case .type(let decl):
        if hasMember(decl, named: name) { return .members(decl, selfEntity: selfEntity) }
        selfEntity = nil
      case .module(let module):
        let found = moduleEntities(named: name, from: module)
        if !found.isEmpty { return .entities(found) }
      case .block, .function: break
      }
      current = here.parent
    }
    if let early { return .tooEarly(early) }
    if let module = visibleModules().first(where: { $0.name == name }) { return .entities([.module(module)]) }
    if modules.contains(name) || name == "Foundation" { return .entities(moduleScopes.first.map { [.module($0)] } ?? []) }
    return .none
  }

  private func resolved(_ entities: [Entity]) -> [Entity] {
    entities.flatMap { entity -> [Entity] in
      if case .pending(let pending) = entity { return pending.entities }
      return [entity]
    }
  }

  /// The modules that code of the session sees, nearest first.
  func visibleModules() -> [ModuleScope] { (cell.map { [$0] } ?? []) + [session] + moduleScopes.reversed() }

  /// The modules visible from one: itself and those declared before it.
  private func modulesVisible(from module: ModuleScope) -> [ModuleScope] {
    guard let index = moduleScopes.firstIndex(where: { $0 === module }) else { return visibleModules() }
    return moduleScopes[...index].reversed()
  }

  /// Names of a module and of those it imports. Functions of several modules are one set, in which a nearer one hides
  /// one with the same signature; anything else hides what is further.
  func moduleEntities(named name: String, from module: ModuleScope) -> [Entity] {
    var result: [Entity] = []
    for scope in modulesVisible(from: module) {
      let found = scope.entities(named: name)
      if found.isEmpty { continue }
      guard found.allSatisfy(\.isFunction) else { return result.isEmpty ? found : result }
      for case .function(let function) in found {
        let isHidden = result.contains {
          if case .function(let nearer) = $0 { return hasSameSignature(nearer, function) }
          return false
        }
        if !isHidden { result.append(.function(function)) }
      }
    }
    return result
  }

  /// Whether two functions would be redeclarations of each other.
  func hasSameSignature(_ first: FunctionDecl, _ second: FunctionDecl) -> Bool {
    guard first.parameters.count == second.parameters.count, first.generics.count == second.generics.count,
      first.isStatic == second.isStatic, first.fixity == second.fixity
    else { return false }
    let renamed = Substitutions(second.generics, first.generics.map(Type.parameter))
    for (left, right) in zip(first.parameters, second.parameters) {
      if left.label != right.label || left.isInout != right.isInout || left.isVariadic != right.isVariadic { return false }
      if left.variable.type != right.variable.type.substituting(renamed) { return false }
    }
    if first.resultType != second.resultType.substituting(renamed) { return false }
    return Set(first.requirements) == Set(second.requirements.map { $0.substituting(renamed) })
  }

  /// Names near to one that was not found, best first.
  func nearestNames(to name: String, among candidates: some Sequence<String>) -> String? {
    // Of a name of one or two letters every other one is near.
    guard name.count > 2 else { return nil }
    let limit = max(1, (name.count + 1) / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name && !candidate.hasPrefix("_") {
      guard abs(candidate.count - name.count) <= limit else { continue }
      let distance = editDistance(name, candidate, limit: limit)
      if distance > limit { continue }
      if best.map({ distance < $0.distance || (distance == $0.distance && candidate < $0.name) }) ?? true {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// All names visible from a scope.
  func visibleNames(from scope: Scope) -> Set<String> {
    var names: Set<String> = []
    var current: Scope? = scope
    while let here = current {
      names.formUnion(here.names.keys)
      switch here.kind {
      case .type(let decl): names.formUnion(memberNames(of: decl))
      case .module(let module): for visible in modulesVisible(from: module) { names.formUnion(visible.names.keys) }
      case .block, .function: break
      }
      current = here.parent
    }
    return names
  }
}

/// Levenshtein's distance with transpositions, cut off above the limit.
func editDistance(_ first: String, _ second: String, limit: Int) -> Int {
  let a = Array(first.lowercased().unicodeScalars)
  let b = Array(second.lowercased().unicodeScalars)
  if abs(a.count - b.count) > limit { return limit + 1 }
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [Int](repeating: i, count: b.count + 1)
    for j in 1...b.count {
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], beforeLast[j - 2] + 1) }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
