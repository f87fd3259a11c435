extension Solver {
  enum Relation { case equal, convert }

  /// Makes one type equal or convertible to another, as far as both are known; what is not known yet waits.
  func match(_ left: Type, _ right: Type, _ relation: Relation, _ node: Node, _ place: Place) -> Bool {
    depth += 1
    defer { depth -= 1 }
    if depth > 200 { return false }
    let a = fixed(left)
    let b = fixed(right)
    switch (a, b) {
    case (.variable(let first), .variable(let second)):
      if first.id == second.id { return true }
      if relation == .equal { return bind(first, to: b, node) }
      wait(.convert(a, b), node, place, on: a, b)
      return true
    case (.error, .variable(let variable)), (.variable(let variable), .error): return bind(variable, to: .error, node)
    case (.error, _), (_, .error):
      for type in [a, b] { poison(type, node) }
      return true
    case (.variable(let variable), _): return matchVariable(variable, to: b, relation, node, place)
    case (_, .variable(let variable)):
      if relation == .equal || state.literals[variable.id] != nil { return bind(variable, to: a, node) || mismatch(a, b, node, place) }
      wait(.convert(a, b), node, place, on: b)
      return true
    default: break
    }
    if relation == .equal { return matchEqual(a, b, node, place) || mismatch(a, b, node, place) }
    let saved = isDiagnosing ? state : nil
    if matchConvert(a, b, node, place) { return true }
    if let saved {
      // What half of a match bound is forgotten, then the mismatch is noted as one.
      state = saved
      return mismatch(a, b, node, place)
    }
    return false
  }

  /// Unknowns that stand against an error are errors too.
  private func poison(_ type: Type, _ node: Node) {
    _ = simplified(type).contains { part in
      if case .variable(let variable) = part, self.state.bindings[variable.id] == nil { _ = self.bind(variable, to: .error, node) }
      return false
    }
  }

  private func isClosure(_ variable: TypeVariable) -> Node? {
    if case .closure(let node) = state.origins[variable.id] { return node }
    return nil
  }

  /// `{ $0 - $1 }` for one parameter that is not known yet: it must turn out to be a tuple.
  private func mayTakeTuple(_ node: Node, _ function: FunctionType) -> Bool {
    guard case .closure(let closure) = node.kind, function.parameters.count == 1,
      case .variable = simplified(function.parameters[0].type)
    else { return false }
    return closure.syntax.parameters?.count ?? closure.anonymousCount > 1
  }

  /// An unknown against a known type.
  private func matchVariable(_ variable: TypeVariable, to b: Type, _ relation: Relation, _ node: Node, _ place: Place) -> Bool {
    let a = Type.variable(variable)
    if let closure = isClosure(variable) {
      var target = b
      while let inner = wellKnown.unwrapped(target) {
        target = fixed(inner)
        state.score.add(.valueToOptional)
      }
      if case .function(let function) = target {
        if mayTakeTuple(closure, function) {
          wait(.convert(a, b), node, place, on: a, fixed(function.parameters[0].type))
          return true
        }
        return openClosure(closure, variable, function, node, place)
      }
      if case .existential = target {
        wait(.convert(a, b), node, place, on: a)
        return true
      }
      if case .variable = target {
        wait(.convert(a, b), node, place, on: a, target)
        return true
      }
      return mismatch(a, b, node, place)
    }
    if relation == .equal { return bind(variable, to: b, node) || mismatch(a, b, node, place) }
    switch state.literals[variable.id] {
    case .nilLiteral?:
      if wellKnown.unwrapped(b) != nil || literalConforms(.nilLiteral, b) { return bind(variable, to: b, node) }
      return fix(.nilNotAllowed(b, node, place)) && bind(variable, to: .error, node)
    case let kind?:
      var target = b
      while let inner = wellKnown.unwrapped(target) {
        let next = fixed(inner)
        if case .variable = next {
          wait(.convert(a, b), node, place, on: a, next)
          return true
        }
        target = next
        state.score.add(.valueToOptional)
      }
      switch target {
      case .nominal(let decl, _) where decl === wellKnown.anyHashable:
        wait(.convert(a, b), node, place, on: a)
        return true
      case .nominal, .parameter, .dependent:
        if bind(variable, to: target, node) { return true }
        if isDiagnosing { return mismatch(a, b, node, place) }
        return false
      case .existential:
        wait(.convert(a, b), node, place, on: a)
        return true
      default:
        _ = kind
        return mismatch(a, b, node, place)
      }
    case nil: break
    }
    if isDiagnosing {
      // What flows into it is to be told, not what it was taken for.
      wait(.convert(a, b), node, place, on: a)
      return true
    }
    switch b {
    case .nominal(let decl, _):
      // A struct or enum takes only itself, so that the unknown is that.
      if decl.isClass || decl === wellKnown.optionalDecl || decl === wellKnown.anyHashable || isCollection(decl) { break }
      return bind(variable, to: b, node)
    case .parameter, .dependent: return bind(variable, to: b, node)
    default: break
    }
    wait(.convert(a, b), node, place, on: a)
    return true
  }

  private func isCollection(_ decl: NominalDecl) -> Bool {
    decl === wellKnown.arrayDecl || decl === wellKnown.dictionaryDecl || decl === wellKnown.setDecl
  }

  private func matchEqual(_ a: Type, _ b: Type, _ node: Node, _ place: Place) -> Bool {
    switch (a, b) {
    case (.nominal(let first, let left), .nominal(let second, let right)) where first === second:
      for (inner, other) in zip(left, right) where !match(inner, other, .equal, node, place) { return false }
      return true
    case (.tuple(let left), .tuple(let right)):
      guard left.count == right.count else { return false }
      for (inner, other) in zip(left, right) {
        if let first = inner.label, let second = other.label, first != second { return false }
        if !match(inner.type, other.type, .equal, node, place) { return false }
      }
      return true
    case (.function(let left), .function(let right)): return matchFunctions(left, right, .equal, node, place)
    case (.metatype(let left), .metatype(let right)): return match(left, right, .equal, node, place)
    case (.existential(let left), .existential(let right)):
      guard left.protocols == right.protocols, left.isClassBound == right.isClassBound else { return false }
      for (associated, type) in left.associated {
        guard let other = right.associated[associated], match(type, other, .equal, node, place) else { return false }
      }
      return left.associated.count == right.associated.count
    case (.dependent(let left, let first), .dependent(let right, let second)) where first === second && left.hasVariables:
      return match(left, right, .equal, node, place)
    case (.opaque(let first, let left), .opaque(let second, let right)) where first === second:
      for (inner, other) in zip(left, right) where !match(inner, other, .equal, node, place) { return false }
      return true
    default: return checker.areSame(simplified(a), simplified(b))
    }
  }

  private func matchConvert(_ a: Type, _ b: Type, _ node: Node, _ place: Place) -> Bool {
    if place.isClosureValue, a == wellKnown.never { return true }
    switch (a, b) {
    case (_, .nominal(let decl, _)) where decl === wellKnown.anyHashable && a.nominal !== decl: return convertToHashable(a, node, place)
    case (.nominal(let first, let left), .nominal(let second, let right)):
      if first === second { return convertSame(first, left, right, node, place) }
      if second === wellKnown.optionalDecl, let wrapped = right.first {
        state.score.add(.valueToOptional)
        return match(a, wrapped, .convert, node, place)
      }
      if first.isClass, second.isClass, let superclass = checker.superclassType(of: a) {
        return match(superclass, b, .convert, node, place)
      }
      return false
    case (_, .nominal(let decl, let arguments)) where decl === wellKnown.optionalDecl:
      guard let wrapped = arguments.first else { return false }
      state.score.add(.valueToOptional)
      return match(a, wrapped, .convert, node, place)
    case (_, .existential(let existential)): return convert(a, to: existential, node, place)
    case (.function(let left), .function(let right)): return matchFunctions(left, right, .convert, node, place)
    case (.tuple(let left), .tuple(let right)):
      guard left.count == right.count else { return false }
      for (inner, other) in zip(left, right) {
        if let first = inner.label, let second = other.label, first != second { return false }
        if !match(inner.type, other.type, .convert, node, place) { return false }
      }
      return true
    case (.metatype(let left), .metatype(let right)):
      let inner = fixed(left)
      let outer = fixed(right)
      if case .existential(let existential) = outer {
        if case .existential = inner { return matchEqual(inner, outer, node, place) || existential.isAny }
        return existential.isAny || existential.protocols.allSatisfy { checker.conforms(simplified(inner), to: $0) }
      }
      if case .nominal(let decl, _) = inner, decl.isClass, case .nominal = outer { return checker.isSubclass(simplified(inner), of: simplified(outer)) }
      return match(left, right, .equal, node, place)
    case (.parameter, .nominal(let decl, _)) where decl.isClass, (.dependent, .nominal(let decl, _)) where decl.isClass:
      if let superclass = checker.superclassType(of: a) { return match(superclass, b, .convert, node, place) }
      return matchEqual(a, b, node, place)
    default:
      if case .existential = a { return checker.areSame(a, b) }
      return matchEqual(a, b, node, place)
    }
  }

  /// A value of any hashable type becomes an `AnyHashable` by itself.
  private func convertToHashable(_ a: Type, _ node: Node, _ place: Place) -> Bool {
    guard let hashable = wellKnown.hashable else { return false }
    let subject = simplified(a)
    if case .existential = subject { return false }
    if subject.hasVariables {
      guard subject.nominalConformance(to: hashable) != nil else { return false }
      add(.conforms(subject, hashable), node, place)
    } else if !checker.conforms(subject, to: hashable) {
      return false
    }
    state.score.add(.existential)
    return true
  }

  private func convertSame(_ decl: NominalDecl, _ left: [Type], _ right: [Type], _ node: Node, _ place: Place) -> Bool {
    if decl === wellKnown.optionalDecl, let inner = left.first, let other = right.first {
      return match(inner, other, .convert, node, place)
    }
    if isCollection(decl) {
      for (inner, other) in zip(left, right) {
        let from = fixed(inner)
        let to = fixed(other)
        switch (from, to) {
        case (.variable, _), (_, .variable): if !match(from, to, .equal, node, place) { return false }
        default:
          let before = state.score
          let fixes = state.fixes.count
          if checker.areSame(simplified(from), simplified(to)) { continue }
          if !match(from, to, .convert, node, place) { return false }
          if state.fixes.count == fixes, state.score > before || !from.hasVariables { state.score.add(.collectionUpcast) }
        }
      }
      return true
    }
    for (inner, other) in zip(left, right) where !match(inner, other, .equal, node, place) { return false }
    return true
  }

  private func convert(_ a: Type, to existential: ExistentialType, _ node: Node, _ place: Place) -> Bool {
    if case .existential(let source) = a {
      if existential.isClassBound, !source.isClassBound, !source.protocols.contains(where: { $0.isClassBound }) { return false }
      guard existential.protocols.allSatisfy({ wanted in source.protocols.contains { $0.allRefined.contains(wanted) } }) else {
        return false
      }
      for (associated, type) in existential.associated {
        guard let known = source.associated[associated], match(known, type, .equal, node, place) else { return false }
      }
      if existential.isAny, !source.isAny { state.score.add(.emptyExistential) }
      return true
    }
    if existential.isAny {
      state.score.add(.emptyExistential)
      return true
    }
    if existential.isClassBound, !checker.isClassBound(a) { return false }
    let subject = simplified(a)
    for proto in existential.protocols {
      if subject.hasVariables {
        guard subject.nominalConformance(to: proto) != nil else { return false }
        add(.conforms(subject, proto), node, place)
      } else if !checker.conforms(subject, to: proto) {
        return false
      }
    }
    for (associated, type) in existential.associated {
      let projected = open(checker.environment.canonical(subject.projected(associated)), node)
      if !match(projected, type, .equal, node, place) { return false }
    }
    state.score.add(.existential)
    return true
  }

  private func matchFunctions(
    _ left: FunctionType, _ right: FunctionType, _ relation: Relation, _ node: Node, _ place: Place
  ) -> Bool {
    if left.parameters.count > 1, right.parameters.count == 1, relation == .convert,
      case .tuple(let elements) = fixed(right.parameters[0].type), elements.count == left.parameters.count {
      // `zip(a, b).map(*)`: a function of several parameters takes their tuple.
      var spread = right
      spread.parameters = elements.map { FunctionType.Parameter(type: $0.type) }
      state.score.add(.functionConversion)
      return matchFunctions(left, spread, relation, node, place)
    }
    guard left.parameters.count == right.parameters.count else { return false }
    if !matchThrown(left, right, relation, node, place) { return false }
    for (inner, other) in zip(left.parameters, right.parameters) {
      if inner.isInout != other.isInout { return false }
      let first = inner.isVariadic ? wellKnown.array(inner.type) : inner.type
      let second = other.isVariadic ? wellKnown.array(other.type) : other.type
      if !match(second, first, inner.isInout ? .equal : relation, node, place) { return false }
    }
    return match(left.result, right.result, relation, node, place)
  }

  /// What a function throws: nothing goes for anything, and all goes for any error.
  private func matchThrown(_ left: FunctionType, _ right: FunctionType, _ relation: Relation, _ node: Node, _ place: Place) -> Bool {
    let thrown = left.isThrowing ? left.thrownType ?? wellKnown.anyError : wellKnown.never
    let wanted = right.isThrowing ? right.thrownType ?? wellKnown.anyError : wellKnown.never
    if thrown.hasVariables || wanted.hasVariables { return match(thrown, wanted, .equal, node, place) }
    if checker.areSame(thrown, wanted) { return true }
    if relation == .equal || left.isThrowing && wanted != wellKnown.anyError { return false }
    state.score.add(.functionConversion)
    return true
  }

  /// Notes that two types do not go together, if repairs are being looked for.
  func mismatch(_ a: Type, _ b: Type, _ node: Node, _ place: Place) -> Bool {
    guard isDiagnosing else { return false }
    guard fix(.mismatch(simplified(a), simplified(b), node, place)) else { return false }
    poison(a, node)
    poison(b, node)
    return true
  }

  // MARK: Optionals

  func solveUnwrap(_ optional: Type, _ result: Type, _ node: Node) -> Bool {
    let type = fixed(optional)
    switch type {
    case .variable:
      wait(.unwrap(optional, result), node, .general, on: type)
      return true
    case .error: return match(result, .error, .equal, node, .general)
    default:
      if let inner = wellKnown.unwrapped(type) { return match(inner, result, .equal, node, .general) }
      return fix(.notOptional(simplified(type), node)) && match(type, result, .equal, node, .general)
    }
  }

  func solveChain(_ inner: Type, _ result: Type, _ node: Node) -> Bool {
    let type = fixed(inner)
    switch type {
    case .variable:
      wait(.chain(inner, result), node, .general, on: type)
      return true
    case .error: return match(result, .error, .equal, node, .general)
    default: return match(result, wellKnown.unwrapped(type) != nil ? type : wellKnown.optional(type), .equal, node, .general)
    }
  }

  // MARK: Literals of collections

  func solveArrayLiteral(_ type: Type, _ element: Type, _ node: Node) -> Bool {
    let target = fixed(type)
    switch target {
    case .variable:
      wait(.arrayLiteral(type, element: element), node, .general, on: target)
      return true
    case .error: return match(element, .error, .equal, node, .general)
    case .nominal(let decl, let arguments) where decl === wellKnown.arrayDecl || decl === wellKnown.setDecl:
      return match(arguments[0], element, .equal, node, .general)
    default:
      guard let proto = wellKnown.literalProtocols[.array], let associated = proto.associatedTypes.first else { return false }
      if case .nominal(let decl, _) = target, decl.kind != .protocolDecl, target.nominalConformance(to: proto) == nil { return false }
      return match(open(simplified(target).projected(associated), node), element, .equal, node, .general)
    }
  }

  func solveDictionaryLiteral(_ type: Type, _ key: Type, _ value: Type, _ node: Node) -> Bool {
    let target = fixed(type)
    switch target {
    case .variable:
      wait(.dictionaryLiteral(type, key: key, value: value), node, .general, on: target)
      return true
    case .error:
      return match(key, .error, .equal, node, .general) && match(value, .error, .equal, node, .general)
    case .nominal(let decl, let arguments) where decl === wellKnown.dictionaryDecl && arguments.count == 2:
      return match(arguments[0], key, .equal, node, .general) && match(arguments[1], value, .equal, node, .general)
    default:
      guard let proto = wellKnown.literalProtocols[.dictionary] else { return false }
      if case .nominal = target, target.nominalConformance(to: proto) == nil { return false }
      for associated in proto.associatedTypes {
        let projected = open(simplified(target).projected(associated), node)
        if !match(projected, associated.name == "Key" ? key : value, .equal, node, .general) { return false }
      }
      return true
    }
  }
}
