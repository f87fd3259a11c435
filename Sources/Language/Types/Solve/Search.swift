extension Solver {
  /// Follows every promising way to make all constraints hold, and keeps the best solutions.
  func search() {
    depth += 1
    defer { depth -= 1 }
    while true {
      if budget <= 0 || depth > 400 || isStoppable && checker.isStopping() {
        ranOut = true
        return
      }
      budget -= 1
      guard simplify() else { return }
      if let best = bestScore, !(state.score < best), best < state.score || isCutting { return }
      switch nextStep() {
      case .done:
        record()
        return
      case .choose(let constraint, let options):
        remove(constraint)
        if options.count == 1 {
          guard choose(options[0].choice, for: constraint.node) else { return }
          continue
        }
        if let component = component(of: constraint) {
          state.waiting.append(constraint)
          guard solveAlone(component) else { return }
          continue
        }
        branch(options, constraint.node)
        return
      case .bind(let variable, let types, let node):
        if types.count == 1 {
          guard bind(variable, to: types[0], node) else { return }
          continue
        }
        for type in types {
          let saved = state
          let found = solutions.count
          let before = bestScore
          if bind(variable, to: type, node) { search() }
          state = saved
          if solutions.count > found || bestScore != before { return }
        }
        return
      case .openClosure(let node, let variable, let function):
        guard openClosure(node, variable, function, node, .general) else { return }
      case .closureBody(let constraint):
        remove(constraint)
        guard checkClosureBody(constraint.node) else { return }
      case .fail: return
      }
    }
  }

  private enum Step {
    case done
    case choose(Constraint, [(choice: Choice, fit: Fit)])
    case bind(TypeVariable, [Type], Node)
    case openClosure(Node, TypeVariable, FunctionType)
    case closureBody(Constraint)
    case fail
  }

  private func remove(_ constraint: Constraint) { state.waiting.removeAll { $0 === constraint } }

  private func branch(_ options: [(choice: Choice, fit: Fit)], _ node: Node) {
    let isOperator = node.isOperator
    var succeededConcretely = false
    var rankOfSuccess = Int.min
    for (index, option) in options.enumerated() {
      // A generic operator is not looked at where a concrete one fits.
      if succeededConcretely, isOperator, option.fit.isGeneric { continue }
      if rankOfSuccess > option.fit.rank + 1, isOperator, succeededConcretely { continue }
      let saved = state
      let before = bestScore
      let count = solutions.count
      let wasCutting = isCutting
      if isOperator, bestScore != nil { isCutting = true }
      if choose(option.choice, for: node) { search() }
      isCutting = wasCutting
      state = saved
      if ranOut { return }
      if solutions.count != count || bestScore != before {
        if option.fit.isExact, !isDiagnosing || bestScore?[.fix] == 0,
          !isEqualled(option, in: options[(index + 1)...]) { return }
        if !option.fit.isGeneric { succeededConcretely = true }
        rankOfSuccess = max(rankOfSuccess, option.fit.rank)
      }
    }
  }

  /// Whether another function of the same cell fits as well, so that a call may be ambiguous.
  private func isEqualled(
    _ option: (choice: Choice, fit: Fit), in others: ArraySlice<(choice: Choice, fit: Fit)>
  ) -> Bool {
    guard case .function(let function) = option.choice.kind, function.range.file.cell > 0 else { return false }
    return others.contains { other in
      guard case .function(let second) = other.choice.kind else { return false }
      return other.fit.isExact && other.fit.rank == option.fit.rank && second !== function
        && second.range.file === function.range.file
    }
  }

  /// What flows into and out of an unknown.
  private struct Bounds {
    let variable: TypeVariable
    let node: Node
    var lower: [Type] = []
    var lowerLiterals: [LiteralKind] = []
    var upper: [Type] = []
    /// Something that is not known yet flows into it.
    var isIncomplete = false
    var isUsed = false
    /// Something that is not known yet takes it.
    var hasUnknownUse = false
    var conformances: [NominalDecl] = []
  }

  private func nextStep() -> Step {
    // 1. An overload that is the only one left, or one that fits exactly.
    var best: (constraint: Constraint, options: [(choice: Choice, fit: Fit)])?
    /// What is decided by a constraint's options; nil where others are to be looked at first.
    func step(_ constraint: Constraint, _ options: [(choice: Choice, fit: Fit)]) -> Step? {
      if options.count == 1 { return .choose(constraint, options) }
      let isExact = options[0].fit.isExact && options[0].fit.rank > options[1].fit.rank
      if isExact, isNarrowing, constraint.node.isOperator { return .choose(constraint, [options[0]]) }
      if best == nil || !(best?.options[0].fit.isExact ?? false) && (isExact || options.count < best?.options.count ?? .max) {
        best = (constraint, options)
      }
      return nil
    }
    var postponed: [(Constraint, Alternatives)] = []
    for constraint in state.waiting {
      guard case .disjunction(let alternatives) = constraint.kind else { continue }
      if isNarrowing, alternatives.operation != nil {
        if let options = narrowed(alternatives, constraint.node) {
          if options.isEmpty { return .fail }
          if let step = step(constraint, options) { return step }
          continue
        }
        if !alternatives.hasOneMeaning {
          postponed.append((constraint, alternatives))
          continue
        }
      }
      if let step = decided(constraint, alternatives.all, step) { return step }
    }
    if let best, best.options[0].fit.isExact { return .choose(best.constraint, best.options) }
    let bounds = collectBounds()
    let undecided = undecidedCalls()
    if let step = mixedElements(bounds) { return step }
    // 2. Unknowns that something known flows into.
    for bound in bounds where !bound.isIncomplete && !bound.lower.isEmpty && state.literals[bound.variable.id] == nil
      && !undecided.results.contains(bound.variable.id) {
      return .bind(bound.variable, candidates(bound), bound.node)
    }
    // 3. The base of an implicit member, by what is wanted of it.
    for bound in bounds {
      if case .implicitBase(let node) = state.origins[bound.variable.id], let upper = bound.upper.first {
        return .bind(bound.variable, implicitBases(upper, node), bound.node)
      }
    }
    // 4. Collections that are no argument of an undecided call.
    for constraint in state.waiting {
      switch constraint.kind {
      case .arrayLiteral(let type, let element):
        if case .variable(let variable) = fixed(type), !undecided.arguments.contains(variable.id) {
          return .bind(variable, wantedCollections(variable, .array) + [wellKnown.array(element)], constraint.node)
        }
      case .dictionaryLiteral(let type, let key, let value):
        if case .variable(let variable) = fixed(type), !undecided.arguments.contains(variable.id) {
          return .bind(variable, wantedCollections(variable, .dictionary) + [wellKnown.dictionary(key, value)], constraint.node)
        }
      default: break
      }
    }
    if let best { return .choose(best.constraint, best.options) }
    // 5. Operators of whose operands nothing else tells the type.
    for (constraint, alternatives) in postponed {
      if let step = decided(constraint, alternatives.all, step) { return step }
    }
    if let best { return .choose(best.constraint, best.options) }
    return weakStep(bounds)
  }

  /// The step for an overload all of whose choices are looked at.
  private func decided(
    _ constraint: Constraint, _ choices: [Choice], _ step: (Constraint, [(choice: Choice, fit: Fit)]) -> Step?
  ) -> Step? {
    if choices.count == 1 { return .choose(constraint, [(choices[0], Fit(rank: 0, isExact: true, isGeneric: false))]) }
    var options = viable(choices, constraint.node)
    if options.isEmpty {
      guard isDiagnosing else { return .fail }
      options = unfit(choices, constraint.node)
      if options.isEmpty {
        remove(constraint)
        if !fix(.noOverload(constraint.node, choices)) || !match(constraint.node.type, .error, .equal, constraint.node, .general) { return .fail }
        return nextStep()
      }
    }
    return step(constraint, options)
  }

  /// The meanings of an operator that the types of its operands have; nil where one of them is not known yet, or where
  /// others must be looked at too. No operator of the library takes functions: of `items.count < 5` it is the property
  /// that is meant, and not the method of that name.
  private func narrowed(_ alternatives: Alternatives, _ node: Node) -> [(choice: Choice, fit: Fit)]? {
    guard let operands = operands(of: node) else { return nil }
    let declared = viable(alternatives.declared(by: operands), node)
    if let first = declared.first {
      // What protocols give is generic, and not looked at beside what fits without being so.
      if declared.count == 1, !first.fit.isGeneric { return [first] }
      if first.fit.isExact, declared.count == 1 || first.fit.rank > declared[1].fit.rank { return [first] }
    }
    let reached = viable(alternatives.reached(from: operands), node)
    return reached.isEmpty && !operands.haveFunction ? nil : reached
  }

  private func operands(of callee: Node) -> Operands? {
    guard let call = callee.call else { return nil }
    var operands = Operands(optional: wellKnown.optionalDecl)
    var hasOnlyLiterals = true
    for argument in call.arguments {
      let type = fixed(argument.node.type)
      if case .variable = type {
        guard let kind = literal(of: type), let standard = wellKnown.standard(kind) else { return nil }
        operands.add(standard)
      } else {
        hasOnlyLiterals = false
        guard add(type, to: &operands) else { return nil }
      }
    }
    if hasOnlyLiterals, let wanted = wantedResult(of: call) ?? hintedResult(of: call) { _ = add(wanted, to: &operands) }
    return operands
  }

  /// False where nothing is known of what a type declares.
  private func add(_ type: Type, to operands: inout Operands) -> Bool {
    switch type {
    case .nominal(let decl, _): operands.add(decl)
    case .parameter, .dependent, .opaque:
      let canonical = checker.environment.canonical(simplified(type))
      if case .nominal(let decl, _) = canonical { operands.add(decl) } else {
        guard canonical.isArchetype else { return false }
        operands.add(checker.environment.protocols(of: canonical))
        if let superclass = checker.environment.superclass(of: canonical)?.nominal { operands.add(superclass) }
      }
    case .existential(let existential): operands.add(existential.protocols.flatMap(\.allRefined))
    case .function: operands.haveFunction = true
    case .tuple: operands.haveTuple = true
    case .metatype: break
    case .variable, .error: return false
    }
    return true
  }

  /// What a branch of `?:` flows into in the end, where that takes such literals: `let s: Set = b ? [1] : []`.
  private func wantedCollections(_ variable: TypeVariable, _ kind: LiteralKind) -> [Type] {
    var current = variable
    for _ in 0..<8 {
      var next: TypeVariable?
      for constraint in state.waiting {
        guard case .convert(let from, let to) = constraint.kind, case .variable(let source) = fixed(from), source.id == current.id else { continue }
        let target = wellKnown.stripped(fixed(to))
        if case .variable(let found) = target { next = found }
        if case .nominal = target, literalConforms(kind, target) { return [simplified(target)] }
      }
      guard let next else { return [] }
      current = next
    }
    return []
  }

  /// `[1, "a"]` where any value will do: the elements are `Any`.
  private func mixedElements(_ bounds: [Bounds]) -> Step? {
    for constraint in state.waiting {
      guard case .arrayLiteral(let type, let element) = constraint.kind, case .variable(let array) = fixed(type),
        case .variable(let variable) = fixed(element),
        let anything = bounds.first(where: { $0.variable.id == array.id })?.upper.first(where: {
          if case .existential(let existential) = $0 { existential.isAny } else { false }
        }), let bound = bounds.first(where: { $0.variable.id == variable.id }), !bound.isIncomplete
      else { continue }
      var kinds = Set(bound.lowerLiterals.map { $0 == .integer ? .float : $0 })
      kinds.remove(.nilLiteral)
      let known = Set(bound.lower.map { simplified($0) })
      let isMixed = known.isEmpty ? kinds.count > 1 : join(Array(known)) == nil || known.count == 1 && kinds.contains { kind in
        known.contains { !literalConforms(kind, wellKnown.stripped($0)) }
      }
      if isMixed { return .bind(variable, [anything], constraint.node) }
    }
    return nil
  }

  /// In a search for repairs: the choices that would do with other arguments. For operators none: the message names the
  /// operands.
  private func unfit(_ choices: [Choice], _ node: Node) -> [(choice: Choice, fit: Fit)] {
    if node.isOperator { return [] }
    guard let call = node.call else { return [] }
    var named = choices.filter { choice in
      guard let parameters = parameterInfos(of: choice) else { return true }
      return matchArguments(call.arguments, parameters) != nil
    }
    if named.isEmpty { named = choices }
    if named.count > 1 { return [] }
    return named.map { ($0, Fit(rank: 0, isExact: false, isGeneric: false)) }
  }

  /// The unknowns that are arguments of calls whose function is not chosen yet, and those that are results of such calls.
  private func undecidedCalls() -> (arguments: Set<Int>, results: Set<Int>) {
    var arguments: Set<Int> = []
    var results: Set<Int> = []
    for constraint in state.waiting {
      guard case .apply = constraint.kind else { continue }
      for argument in constraint.node.arguments {
        if case .variable(let variable) = fixed(argument.node.type) { arguments.insert(variable.id) }
      }
      if case .variable(let variable) = fixed(constraint.node.type) { results.insert(variable.id) }
    }
    // `a[1...] = []`: what is assigned waits for the subscript as an argument would.
    for constraint in state.waiting {
      if case .convert(let from, let to) = constraint.kind, case .variable(let source) = fixed(from),
        case .variable(let target) = fixed(to), results.contains(target.id) { arguments.insert(source.id) }
    }
    return (arguments, results)
  }

  private func collectBounds() -> [Bounds] {
    var table: [Int: Bounds] = [:]
    func update(_ variable: TypeVariable, _ node: Node, _ change: (inout Bounds) -> Void) {
      change(&table[variable.id, default: Bounds(variable: variable, node: node)])
    }
    for constraint in state.waiting {
      switch constraint.kind {
      case .convert(let from, let to):
        let source = fixed(from)
        let target = fixed(to)
        switch (source, target) {
        case (.variable(let first), .variable(let second)):
          if let kind = state.literals[first.id] {
            update(second, constraint.node) { $0.lowerLiterals.append(kind) }
          } else if case .implicitBase = state.origins[first.id] {
            update(second, constraint.node) { _ in }
          } else {
            update(second, constraint.node) { $0.isIncomplete = true }
          }
          update(first, constraint.node) { $0.hasUnknownUse = true }
        case (.variable(let first), _): update(first, constraint.node) { $0.upper.append(target) }
        case (_, .variable(let second)) where source == wellKnown.never && constraint.place.isClosureValue:
          // Nothing flows into the result.
          update(second, constraint.node) { _ in }
        case (_, .variable(let second)): update(second, constraint.node) { $0.lower.append(source) }
        default: break
        }
      case .conforms(let type, let proto):
        if case .variable(let variable) = fixed(type) { update(variable, constraint.node) { $0.conformances.append(proto) } }
      case .member, .implicitMember, .unwrap, .dependent, .apply, .chain:
        for variable in constraint.unknowns where state.bindings[variable.id] == nil {
          update(variable, constraint.node) { $0.isUsed = true }
        }
      default: break
      }
    }
    return table.values.sorted { $0.variable.id < $1.variable.id }
  }

  /// The types to try for an unknown that known types flow into.
  private func candidates(_ bounds: Bounds) -> [Type] {
    let types = bounds.lower.map { simplified($0) }
    var result: [Type] = []
    if var joined = join(types) {
      if bounds.lowerLiterals.contains(.nilLiteral), wellKnown.unwrapped(joined) == nil { joined = wellKnown.optional(joined) }
      result.append(joined)
    } else {
      result = [types[0]]
    }
    // A literal may ask for more than what flows in beside it.
    for upper in bounds.upper.map({ simplified($0) }) where !result.contains(upper) { result.append(upper) }
    if wellKnown.unwrapped(result[0]) == nil, case .nominal = result[0], bounds.isUsed == false, bounds.upper.isEmpty, types.count > 1 {
      result.append(wellKnown.optional(result[0]))
    }
    return result
  }

  /// The nearest type that all convert to.
  private func join(_ types: [Type]) -> Type? {
    guard var result = types.first else { return nil }
    for type in types.dropFirst() {
      if checker.areSame(result, type) { continue }
      if let inner = wellKnown.unwrapped(result), checker.areSame(inner, type) { continue }
      if let inner = wellKnown.unwrapped(type), checker.areSame(inner, result) {
        result = type
        continue
      }
      if result == wellKnown.never {
        result = type
        continue
      }
      if type == wellKnown.never { continue }
      if let joined = commonSuperclass(result, type) {
        result = joined
        continue
      }
      if case .existential(let existential) = result, existential.isAny || existential.protocols.allSatisfy({ checker.conforms(type, to: $0) }) { continue }
      if case .existential(let existential) = type, existential.isAny || existential.protocols.allSatisfy({ checker.conforms(result, to: $0) }) {
        result = type
        continue
      }
      if case .function(var left) = result, case .function(let right) = type, left.parameters == right.parameters, left.result == right.result {
        left.isThrowing = left.isThrowing || right.isThrowing
        result = .function(left)
        continue
      }
      return nil
    }
    return result
  }

  private func commonSuperclass(_ first: Type, _ second: Type) -> Type? {
    if let left = wellKnown.unwrapped(first), let right = wellKnown.unwrapped(second) {
      return commonSuperclass(left, right).map { wellKnown.optional($0) }
    }
    guard first.nominal?.isClass == true, second.nominal?.isClass == true else { return nil }
    var current: Type? = first
    for _ in 0..<64 {
      guard let here = current else { return nil }
      if checker.isSubclass(second, of: here) { return here }
      current = checker.superclassType(of: here)
    }
    return nil
  }

  private func implicitBases(_ upper: Type, _ node: Node) -> [Type] {
    let type = simplified(upper)
    let inner = wellKnown.stripped(type)
    if inner == type { return [type] }
    if ["none", "some"].contains(node.name) { return [type, inner] }
    return [inner, type]
  }

  /// Guesses, where nothing is certain any more.
  private func weakStep(_ bounds: [Bounds]) -> Step {
    // Literals flow into it: their common default.
    for bound in bounds where !bound.isIncomplete && !bound.lowerLiterals.isEmpty && state.literals[bound.variable.id] == nil {
      let types = literalCandidates(bound)
      if !types.isEmpty { return .bind(bound.variable, types, bound.node) }
    }
    // Something unknown flows in, but this is all there is.
    for bound in bounds where !bound.lower.isEmpty && state.literals[bound.variable.id] == nil {
      return .bind(bound.variable, candidates(bound), bound.node)
    }
    for (id, kind) in state.literals.enumerated() where state.bindings[id] == nil && state.region.contains(id) {
      guard let kind else { continue }
      let variable = TypeVariable(id: id, literal: kind)
      guard let owner = unknown(id) else { continue }
      let bound = bounds.first { $0.variable.id == id }
      switch kind {
      case .array, .dictionary:
        for constraint in state.waiting {
          switch constraint.kind {
          case .arrayLiteral(let type, let element):
            if case .variable(let found) = fixed(type), found.id == id { return .bind(found, [wellKnown.array(element)], constraint.node) }
          case .dictionaryLiteral(let type, let key, let value):
            if case .variable(let found) = fixed(type), found.id == id {
              return .bind(found, [wellKnown.dictionary(key, value)], constraint.node)
            }
          default: break
          }
        }
      case .nilLiteral: continue
      case .integer:
        var types = [wellKnown.int]
        if let bound, !bound.conformances.isEmpty || bound.isUsed || bound.hasUnknownUse { types.append(wellKnown.double) }
        return .bind(owner, types, bound?.node ?? node(of: id))
      case .float, .string, .boolean:
        if let standard = wellKnown.defaultType(kind) { return .bind(owner, [standard], bound?.node ?? node(of: id)) }
      }
      _ = variable
    }
    for constraint in state.waiting {
      if case .keyPath = constraint.kind, case .variable(let variable) = fixed(constraint.node.type), let type = keyPathType(constraint.node) {
        return .bind(variable, [type], constraint.node)
      }
    }
    for bound in bounds where !bound.upper.isEmpty && state.literals[bound.variable.id] == nil {
      if case .closure = state.origins[bound.variable.id] { continue }
      var types = bound.upper.map { simplified($0) }
      if let first = types.first, let inner = wellKnown.unwrapped(first) { types.append(inner) }
      return .bind(bound.variable, types, bound.node)
    }
    // A closure that nothing asks a type of has the one it writes.
    for (id, origin) in state.origins.enumerated() where state.bindings[id] == nil && state.region.contains(id) {
      guard case .closure(let node) = origin, case .closure(let closure) = node.kind, let variable = unknown(id) else { continue }
      if case .function(let wanted)? = bounds.first(where: { $0.variable.id == id })?.upper.first {
        return .openClosure(node, variable, wanted)
      }
      let count = closure.syntax.parameters?.count ?? closure.anonymousCount
      let parameters = (0..<count).map { index in
        FunctionType.Parameter(
          type: makeVariable(nil, .closureParameter(node, index)), isInout: closure.syntax.parameters?[index].isInout ?? false)
      }
      return .openClosure(node, variable, FunctionType(parameters: parameters, result: makeVariable(nil, .expression(node)), isThrowing: closure.isThrowing))
    }
    for constraint in state.waiting {
      if case .closureBody = constraint.kind { return .closureBody(constraint) }
    }
    // What only ends in a call that never returns never returns.
    for constraint in state.waiting where constraint.place.isClosureValue {
      if case .convert(let from, let to) = constraint.kind, fixed(from) == wellKnown.never, case .variable(let result) = fixed(to),
        bounds.first(where: { $0.variable.id == result.id })?.hasUnknownUse == false {
        return .bind(result, [wellKnown.never], constraint.node)
      }
    }
    // Two unknowns that only convert to each other are the same.
    for constraint in state.waiting {
      if case .convert(let from, let to) = constraint.kind, case .variable(let source) = fixed(from), case .variable(let target) = fixed(to),
        state.literals[target.id] == nil {
        remove(constraint)
        if state.literals[source.id] == .nilLiteral { continue }
        return .bind(target, [.variable(source)], constraint.node)
      }
    }
    if let hole = state.bindings.indices.first(where: { state.bindings[$0] == nil && state.region.contains($0) }) {
      guard isDiagnosing, let variable = unknown(hole) else { return .fail }
      guard fix(.unknown(state.origins[hole], state.literals[hole])) else { return .fail }
      return .bind(variable, [.error], node(of: hole))
    }
    return .done
  }

  private func literalCandidates(_ bound: Bounds) -> [Type] {
    var kinds = bound.lowerLiterals
    let hasNil = kinds.contains(.nilLiteral)
    kinds.removeAll { $0 == .nilLiteral }
    var types: [Type] = []
    for upper in bound.upper.map({ simplified($0) }) {
      let inner = wellKnown.stripped(upper)
      if case .existential = inner, !bound.conformances.isEmpty { continue }
      if isDiagnosing || kinds.allSatisfy({ literalConforms($0, inner) }) { types.append(hasNil ? (inner == upper ? wellKnown.optional(inner) : upper) : inner) }
    }
    let numeric = kinds.allSatisfy { $0 == .integer || $0 == .float }
    if let first = kinds.first {
      if numeric {
        let type = kinds.contains(.float) ? wellKnown.double : wellKnown.int
        types.append(hasNil ? wellKnown.optional(type) : type)
        if type == wellKnown.int { types.append(hasNil ? wellKnown.optional(wellKnown.double) : wellKnown.double) }
      } else if let type = wellKnown.defaultType(first) {
        types.append(hasNil ? wellKnown.optional(type) : type)
        if first == .string, !hasNil { types.append(wellKnown.character) }
      }
    }
    // `flag ? 1 : "no"` where any value will do.
    for upper in bound.upper.map({ simplified($0) }) {
      if bound.conformances.isEmpty, case .existential = wellKnown.stripped(upper) { types.append(upper) }
    }
    var unique: [Type] = []
    for type in types where !unique.contains(type) { unique.append(type) }
    return unique
  }

  private func unknown(_ id: Int) -> TypeVariable? { TypeVariable(id: id) }

  private func node(of id: Int) -> Node {
    switch state.origins[id] {
    case .expression(let node?): return node
    case .generic(_, let node), .closure(let node), .implicitBase(let node), .closureParameter(let node, _), .element(let node): return node
    case .expression(nil): return rootNode ?? makeNode(Expr(.error, SourceRange(file: SourceFile(name: "", cell: 0, text: ""), start: 0, end: 0)), .error, .error)
    }
  }

  private func record() {
    if let best = bestScore {
      if state.score < best {
        solutions = [state]
        bestScore = state.score
      } else if state.score == best, solutions.count < 16 {
        solutions.append(state)
      }
    } else {
      solutions = [state]
      bestScore = state.score
    }
  }

  // MARK: The best solution

  /// The one solution whose declarations are the most specialised; the first one where none is.
  func bestSolution() -> State? {
    guard var best = solutions.first else { return nil }
    for other in solutions.dropFirst() where compare(other, best) > 0 { best = other }
    return best
  }

  /// The functions of one cell of which none is better than the other, with the reference that may mean either.
  func ambiguity(of best: State) -> (place: SourceRange, functions: [FunctionDecl])? {
    if solutions.count < 2 { return nil }
    for other in solutions where compare(other, best) == 0 {
      for (id, left) in best.choices {
        guard case .function(let one) = left.choice.kind,
          case .function(let two)? = other.choices[id]?.choice.kind, one !== two, one.range.file.cell > 0, one.range.file === two.range.file
        else { continue }
        return (left.place, [one, two].sorted { $0.range.start < $1.range.start })
      }
    }
    return nil
  }

  private func compare(_ first: State, _ second: State) -> Int {
    var result = 0
    for (id, left) in first.choices {
      guard let right = second.choices[id], let a = declaration(left.choice), let b = declaration(right.choice), a !== b else { continue }
      if left.choice.found?.isFromProtocol != right.choice.found?.isFromProtocol, left.choice.found != nil, right.choice.found != nil {
        result += left.choice.found?.isFromProtocol == true ? -1 : 1
        continue
      }
      guard let one = left.choice.function, let two = right.choice.function else { continue }
      let forward = isAtLeastAsSpecialized(one, two)
      let backward = isAtLeastAsSpecialized(two, one)
      if forward != backward { result += forward ? 1 : -1 } else {
        let defaultsOne = one.parameters.filter { $0.defaultValue != nil }.count
        let defaultsTwo = two.parameters.filter { $0.defaultValue != nil }.count
        if defaultsOne != defaultsTwo { result += defaultsOne < defaultsTwo ? 1 : -1 }
        let variadicOne = one.parameters.contains(where: \.isVariadic)
        let variadicTwo = two.parameters.contains(where: \.isVariadic)
        if variadicOne != variadicTwo { result += variadicOne ? -1 : 1 }
        if let p = left.choice.found?.owner, let q = right.choice.found?.owner, p !== q {
          if p.isProtocol, q.isProtocol { result += p.allRefined.contains(q) ? 1 : q.allRefined.contains(p) ? -1 : 0 }
        }
        // Of a requirement and its default the type decides.
        if one.parent === two.parent, one.isRequirement != two.isRequirement { result += one.isRequirement ? 1 : -1 }
        if one.requirements.count != two.requirements.count, forward, backward { result += one.requirements.count > two.requirements.count ? 1 : -1 }
      }
    }
    return result
  }

  private func declaration(_ choice: Choice) -> AnyObject? {
    switch choice.kind {
    case .function(let function): return function
    case .variable(let variable): return variable
    default:
      switch choice.found?.member {
      case .function(let function)?: return function
      case .property(let property)?: return property
      case .subscriptDecl(let decl)?: return decl
      case .enumCase(let decl)?: return decl
      default: return nil
      }
    }
  }

  /// Whether what fits the first function would fit the second.
  private func isAtLeastAsSpecialized(_ first: FunctionDecl, _ second: FunctionDecl) -> Bool {
    let firstGeneric = first.generics.count - (first.parent?.isProtocol == false ? first.parent?.generics.count ?? 0 : 0)
    let secondGeneric = second.generics.count - (second.parent?.isProtocol == false ? second.parent?.generics.count ?? 0 : 0)
    if firstGeneric == 0, secondGeneric > 0, first.parameters.count == second.parameters.count { return true }
    guard first.parameters.count == second.parameters.count else { return false }
    return checker.withEnvironment(GenericEnvironment(first.requirements)) {
      let solver = Solver(checker)
      solver.budget = 200
      let range = first.range
      let node = solver.makeNode(Expr(.error, range), .error, .error)
      var substitutions = Substitutions()
      for parameter in second.generics { substitutions[parameter] = solver.makeVariable(nil, .generic(parameter, node)) }
      for (left, right) in zip(first.parameters, second.parameters) {
        let target = solver.open(right.variable.type.substituting(substitutions), node)
        if !solver.match(left.variable.type, target, .convert, node, .general) { return false }
      }
      for requirement in second.requirements { solver.addRequirement(requirement.substituting(substitutions), node) }
      solver.search()
      return !solver.solutions.isEmpty
    }
  }
}
