extension Solver {
  /// Constraints that share unknowns with each other and with no other constraint.
  struct Component {
    var constraints: [Constraint]
    var unknowns: Set<Int>
  }

  /// The part of the constraints that hangs together with an overload; nil where that is all that is left to decide.
  func component(of start: Constraint) -> Component? {
    let others = state.waiting.filter { if case .disjunction = $0.kind { true } else { false } }
    if others.isEmpty { return nil }
    var parents = Array(0..<state.bindings.count)
    func root(_ id: Int) -> Int {
      var id = id
      while parents[id] != id {
        parents[id] = parents[parents[id]]
        id = parents[id]
      }
      return id
    }
    let all = state.waiting + [start]
    let unknowns = all.map(unknowns(of:))
    for ids in unknowns {
      guard let first = ids.first else { continue }
      for id in ids.dropFirst() { parents[root(id)] = root(first) }
    }
    guard let own = unknowns.last?.first.map(root) else { return nil }
    let isSeparate = zip(all, unknowns).contains { constraint, ids in
      guard case .disjunction = constraint.kind, let first = ids.first else { return false }
      return root(first) != own
    }
    if !isSeparate { return nil }
    var component = Component(constraints: [], unknowns: [])
    for (constraint, ids) in zip(all, unknowns) {
      guard let first = ids.first, root(first) == own else { continue }
      component.constraints.append(constraint)
    }
    for id in state.bindings.indices where state.bindings[id] == nil && root(id) == own && state.region.contains(id) {
      component.unknowns.insert(id)
    }
    return component
  }

  /// Solves one part by itself and goes on with its best solution; false where it has none.
  func solveAlone(_ component: Component) -> Bool {
    let outer = (solutions: solutions, best: bestScore, isCutting: isCutting, region: state.region)
    let rest = state.waiting.filter { constraint in !component.constraints.contains { $0 === constraint } }
    state.waiting = component.constraints
    state.region = Region(members: component.unknowns, start: state.bindings.count)
    state.hasChanged = true
    solutions = []
    bestScore = nil
    isCutting = false
    search()
    let best = bestSolution()
    solutions = outer.solutions
    bestScore = outer.best
    isCutting = outer.isCutting
    guard let best else { return false }
    state = best
    state.region = outer.region
    state.waiting = best.waiting + rest
    state.hasChanged = true
    return true
  }

  /// The unknowns that a constraint speaks of.
  private func unknowns(of constraint: Constraint) -> [Int] {
    var ids: [Int] = []
    func add(_ type: Type) {
      _ = simplified(type).contains { part in
        if case .variable(let variable) = part { ids.append(variable.id) }
        return false
      }
    }
    let node = constraint.node
    switch constraint.kind {
    case .equal(let left, let right), .convert(let left, let right), .subclass(let left, let right), .unwrap(let left, let right),
      .chain(let left, let right):
      add(left)
      add(right)
    case .conforms(let type, _), .classBound(let type): add(type)
    case .dependent(let base, _, let result):
      add(base)
      add(result)
    case .arrayLiteral(let type, let element):
      add(type)
      add(element)
    case .dictionaryLiteral(let type, let key, let value):
      add(type)
      add(key)
      add(value)
    case .applyKeyPath(let path, let base, let value):
      add(path)
      add(base)
      add(value)
    case .member, .implicitMember, .apply, .disjunction, .closureBody, .keyPath: break
    }
    add(node.type)
    switch node.kind {
    case .member(let base): add(base.type)
    case .implicitMember(let base): add(base)
    case .keyPath(let path):
      add(path.root)
      add(path.value)
    case .closure:
      if let opened = state.closures[node.id] {
        add(opened.result)
        for variable in opened.variables(in: self) { add(openTypes[ObjectIdentifier(variable)] ?? variable.type) }
      }
    default: break
    }
    for call in [node, node.call].compactMap({ $0 }) {
      switch call.kind {
      case .call(let callee, let arguments):
        add((state.replacedCallees[call.id] ?? callee).type)
        for argument in arguments { add(argument.node.type) }
        add(call.type)
      case .subscriptCall(let callee, let arguments):
        add(callee.type)
        for argument in arguments { add(argument.node.type) }
        add(call.type)
      default: break
      }
    }
    return ids
  }
}
