extension Checker {
  func declareCase(
    _ element: EnumElementSyntax, _ declaration: Decl, _ nominal: NominalDecl, in context: DeclarationContext
  ) {
    if nominal.cases.contains(where: { $0.name == element.name.text }) {
      report(.redeclaration(element.name.text), at: element.name.range)
      return
    }
    let wasDeclaring = isDeclaringHeaders
    isDeclaringHeaders = true
    let payload = withEnvironment(context.environment) {
      element.payload.map { parameter in
        TupleElement(
          label: parameter.label.flatMap { $0.text == "_" ? nil : $0.text }, type: resolve(parameter.type, in: context.scope))
      }
    }
    isDeclaringHeaders = wasDeclaring
    let decl = EnumCaseDecl(
      name: element.name.text, range: element.name.range, parent: nominal, index: nominal.cases.count, payload: payload,
      isIndirect: element.isIndirect || declaration.has("indirect") || nominal.isIndirect)
    decl.documentation = declaration.documentation
    for parameter in element.payload {
      guard let value = parameter.defaultValue else {
        decl.defaults.append(nil)
        continue
      }
      let holder = FunctionDecl(name: element.name.text, kind: .value, range: value.range, parent: nominal)
      holder.isStatic = true
      setUp(holder, in: context, isMutating: false)
      holder.resultType = payload[decl.defaults.count].type
      holder.checkBody = { [unowned self] holder in
        holder.checkBody = nil
        checkValue(of: holder, value, contextual: holder.resultType, in: context)
      }
      decl.defaults.append(holder)
    }
    if let rawType = nominal.rawType {
      decl.rawValue = rawValue(of: element, decl, nominal, rawType)
      if let value = decl.rawValue, let other = nominal.cases.first(where: { $0.rawValue?.literalKey == value.literalKey }) {
        report(
          .rawValueNotUnique, at: element.rawValue?.range ?? element.name.range,
          notes: [(.rawValueUsedHere, other.rawValue?.range ?? other.range)])
      }
    }
    nominal.cases.append(decl)
    addMember(MemberEntry(.enumCase(decl)), named: decl.name, to: nominal)
  }

  /// The raw value written, or the one after that of the case before, or the name.
  func rawValue(
    of element: EnumElementSyntax, _ decl: EnumCaseDecl, _ nominal: NominalDecl, _ rawType: Type
  ) -> TypedExpr? {
    let range = element.rawValue?.range ?? element.name.range
    if let value = element.rawValue {
      var expression = value
      var isNegative = false
      while case .paren(let inner) = expression.kind { expression = inner }
      if case .sequence(let items) = expression.kind, items.count == 1, case .operand(let operand) = items[0] { expression = operand }
      if case .prefix(let name, let inner) = expression.kind, name.text == "-" {
        isNegative = true
        expression = inner
      }
      switch expression.kind {
      case .integer(let magnitude?):
        if rawType == wellKnown.double || rawType == wellKnown.float {
          return TypedExpr(.floating(isNegative ? -Double(magnitude) : Double(magnitude)), type: rawType, range: range)
        }
        if rawType != wellKnown.string, rawType != wellKnown.character {
          return TypedExpr(.integer(isNegative: isNegative, magnitude: magnitude), type: rawType, range: range)
        }
      case .float(let value):
        if rawType == wellKnown.double || rawType == wellKnown.float {
          return TypedExpr(.floating(isNegative ? -value : value), type: rawType, range: range)
        }
      case .string:
        if let text = expression.literalText {
          if rawType == wellKnown.string { return TypedExpr(.string(text), type: rawType, range: range) }
          if rawType == wellKnown.character, text.count == 1, let character = text.first {
            return TypedExpr(.character(character), type: rawType, range: range)
          }
        }
      default:
        report(.rawValueNotLiteral, at: range)
        return nil
      }
      report(.cannotConvertRawValue(rawType), at: range)
      return nil
    }
    if rawType == wellKnown.string { return TypedExpr(.string(decl.name), type: rawType, range: range) }
    let previous = nominal.cases.last?.rawValue
    switch previous?.kind {
    case nil where nominal.cases.isEmpty:
      if rawType == wellKnown.double || rawType == wellKnown.float {
        return TypedExpr(.floating(0), type: rawType, range: range)
      }
      if rawType == wellKnown.character {
        report(.rawValueNeeded(rawType), at: range)
        return nil
      }
      return TypedExpr(.integer(isNegative: false, magnitude: 0), type: rawType, range: range)
    case .integer(let isNegative, let magnitude):
      if isNegative { return TypedExpr(.integer(isNegative: magnitude > 1, magnitude: magnitude - 1), type: rawType, range: range) }
      let (next, overflow) = magnitude.addingReportingOverflow(1)
      return overflow ? nil : TypedExpr(.integer(isNegative: false, magnitude: next), type: rawType, range: range)
    case .floating(let value): return TypedExpr(.floating(value + 1), type: rawType, range: range)
    default:
      if previous != nil { report(.rawValueNeeded(rawType), at: range) }
      return nil
    }
  }
}

extension TypedExpr {
  /// What tells one literal from another.
  fileprivate var literalKey: String? {
    switch kind {
    case .integer(let isNegative, let magnitude): (isNegative ? "-" : "") + "\(magnitude)"
    case .floating(let value): "\(value)"
    case .string(let text): "\"" + text
    case .character(let character): "'\(character)"
    default: nil
    }
  }
}
