extension Checker {
  /// Finds the method of a superclass that a method overrides, and says where the word `override` is missing or wrong.
  func checkOverride(_ function: FunctionDecl, _ declaration: Decl, in decl: NominalDecl) {
    guard let superclass = decl.superclass else {
      if declaration.has("override") { report(.overridesNothing(kindWord(function)), at: function.range) }
      return
    }
    let name = function.kind == .initializer ? "init" : function.name
    var current: Type? = superclass
    var hops = 0
    while case .nominal(let base, let arguments)? = current, hops < 64 {
      hops += 1
      let substitutions = Substitutions(base.generics, arguments)
      for entry in base.info.members[name] ?? [] {
        for case .function(let candidate) in entry.members where overrides(function, candidate, substitutions) {
          if function.kind == .initializer, candidate.isConvenience { continue }
          function.overridden = candidate
          if function.body.isNative { return }
          if candidate.isFinal, candidate.isStatic || declaration.has("override") && candidate.isFinal {
            report(.overridesFinal(kindWord(function)), at: function.range)
          } else if !declaration.has("override"), !declaration.has("required"), function.kind != .initializer || !candidate.isImplicitInit {
            report(
              .needsOverride, at: function.range, notes: [(.overriddenHere, candidate.range)],
              fixes: [Diagnostic.Fix(label: "add 'override'", range: declaration.range.start(of: declaration.range), replacement: "override ")])
          } else if !declaration.has("override"), !declaration.has("required"), function.kind == .initializer, !candidate.parameters.isEmpty || candidate.isImplicitInit {
            report(
              .needsOverride, at: function.range,
              fixes: [Diagnostic.Fix(label: "add 'override'", range: declaration.range.start(of: declaration.range), replacement: "override ")])
          }
          return
        }
      }
      current = base.superclass?.substituting(substitutions)
    }
    if declaration.has("override") { report(.overridesNothing(kindWord(function)), at: function.range) }
  }

  private func kindWord(_ function: FunctionDecl) -> String { function.kind == .initializer ? "initializer" : "method" }

  private func overrides(_ function: FunctionDecl, _ base: FunctionDecl, _ substitutions: Substitutions) -> Bool {
    let outer = (function.parent?.generics.count ?? 0, base.parent?.generics.count ?? 0)
    let own = function.generics.dropFirst(outer.0)
    let baseOwn = base.generics.dropFirst(outer.1)
    guard own.count == baseOwn.count, function.isStatic == base.isStatic, function.parameters.count == base.parameters.count,
      function.kind == base.kind
    else { return false }
    var all = substitutions
    for (parameter, mine) in zip(baseOwn, own) { all[parameter] = .parameter(mine) }
    for (mine, theirs) in zip(function.parameters, base.parameters) {
      if mine.label != theirs.label || mine.isInout != theirs.isInout { return false }
      let expected = theirs.variable.type.substituting(all)
      if !areSame(mine.variable.type, expected), wellKnown.unwrapped(mine.variable.type).map({ areSame($0, expected) }) != true {
        return false
      }
    }
    if function.kind == .initializer { return true }
    let expected = base.resultType.substituting(all)
    return areSame(function.resultType, expected) || isSubclass(function.resultType, of: expected)
      || wellKnown.unwrapped(expected).map { areSame(function.resultType, $0) || isSubclass(function.resultType, of: $0) } ?? false
  }

  func checkOverride(_ property: PropertyDecl, _ declaration: Decl, in decl: NominalDecl) {
    for base in decl.superclasses {
      for entry in base.info.members[property.name] ?? [] {
        for case .property(let candidate) in entry.members where candidate.isStatic == property.isStatic {
          property.overridden = candidate
          if !declaration.has("override") {
            report(
              .needsOverride, at: property.range, notes: [(.overriddenHere, candidate.range)],
              fixes: [Diagnostic.Fix(label: "add 'override'", range: declaration.range.start(of: declaration.range), replacement: "override ")])
          } else if property.isStored, property.accessors.willSet == nil, property.accessors.didSet == nil {
            report(.cannotOverrideWithStored(property.name), at: property.range)
          }
          let accessors = witnessAccessors(of: candidate)
          property.accessors.get?.overridden = accessors.get
          property.accessors.set?.overridden = accessors.set
          return
        }
      }
    }
    if declaration.has("override") { report(.propertyOverridesNothing, at: property.range) }
  }

  /// The function that runs when a method of a class is called on an object of a class that may override it.
  package func implementation(of method: FunctionDecl, in type: NominalDecl) -> FunctionDecl {
    let key = OverrideKey(method: method, type: type)
    if let known = overrideCache[key] { return known }
    var result = method
    for candidateClass in [type] + type.superclasses {
      if candidateClass === method.parent { break }
      if let found = declared(overriding: method, in: candidateClass) {
        result = found
        break
      }
    }
    overrideCache[key] = result
    return result
  }

  private func declared(overriding method: FunctionDecl, in decl: NominalDecl) -> FunctionDecl? {
    let name = method.property?.name ?? (method.kind == .initializer ? "init" : method.name)
    for entry in decl.info.members[name] ?? [] {
      for member in entry.members {
        let functions: [FunctionDecl?]
        switch member {
        case .function(let function): functions = [function]
        case .property(let property): functions = [property.accessors.get, property.accessors.set]
        case .subscriptDecl(let subscriptDecl): functions = [subscriptDecl.accessors.get, subscriptDecl.accessors.set]
        default: functions = []
        }
        for case let function? in functions {
          var overridden = function.overridden
          while let base = overridden {
            if base === method { return function }
            overridden = base.overridden
          }
        }
      }
    }
    return nil
  }
}

extension FunctionDecl {
  /// An initialiser that nobody wrote: overriding it needs no word.
  var isImplicitInit: Bool {
    guard kind == .initializer, let parent else { return false }
    return range.start == parent.range.start && range.file === parent.range.file
  }
}

extension SourceRange {
  /// The empty range where another one begins.
  func start(of other: SourceRange) -> SourceRange {
    SourceRange(file: other.file, start: Int(other.start), end: Int(other.start))
  }
}

extension FunctionDecl.Body {
  /// The interface of a host module says nothing of overriding.
  fileprivate var isNative: Bool { if case .native = self { true } else { false } }
}
