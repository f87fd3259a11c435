extension Checker {
  /// Says what a repair repairs.
  func report(_ fix: Fix, _ solver: Solver, _ context: FunctionContext) {
    let wellKnown = wellKnown
    switch fix.kind {
    case .mismatch(let from, let to, let node, let place): reportMismatch(from, to, node, place, solver)
    case .nilNotAllowed(let type, let node, let place):
      switch place {
      case .contextual(.returnValue): report(.nilReturn(type), at: node.range)
      case .contextual(.initialization): report(.nilCannotInitialize(type), at: node.range)
      case .assignment: report(.nilAssigned(type), at: node.range)
      case .contextual(.condition), .condition: report(.nilIncompatible("condition type", type), at: node.range)
      default: report(.nilIncompatible("argument type", type), at: node.range)
      }
    case .notOptional(let type, let node):
      if type.isError { return }
      if case .forceUnwrap = node.kind {
        report(.cannotForceUnwrap(type), at: node.range.lastCharacter)
      } else {
        report(.cannotChain(type), at: node.range.lastCharacter)
      }
    case .noMember(let found, let node):
      let type = solver.simplified(found)
      if node.name == "subscript" {
        let end = Int(node.nameRange.end)
        report(.noSubscripts(type), at: SourceRange(file: node.range.file, start: end, end: end + 1))
      } else if case .metatype(.nominal(let decl, _)) = type, decl.name == "_OptionalNilComparisonType",
        let operation = node.operatorParent ?? node.call?.operatorParent, case .call(let function, let operands) = operation.kind,
        let other = operands.first(where: { $0.node !== node && $0.node !== node.call })
      {
        // `e == .a` where `e` cannot be compared: only `e == nil` could.
        let type = shown(other.node, solver)
        report(.binaryOperands(function.name, type, type), at: function.nameRange)
      } else if case .tuple = type {
        report(.noTupleMember(type, node.name), at: node.nameRange)
      } else {
        reportNoMember(type, Identifier(node.name, node.nameRange), isPattern: false)
      }
    case .unwrapBase(let type, let node):
      let base = node.baseRange ?? node.range
      let end = SourceRange(file: base.file, start: Int(base.end), end: Int(base.end))
      report(
        .memberMustBeUnwrapped(node.name, type, wellKnown.unwrapped(type) ?? type), at: base,
        notes: [(.chainNote(), base), (.forceUnwrapNote(), base)],
        fixes: [
          Diagnostic.Fix(label: "chain the optional using '?'", range: end, replacement: "?"),
          Diagnostic.Fix(label: "force-unwrap using '!'", range: end, replacement: "!"),
        ])
    case .unwrapCallee(let type, let node):
      report(.mustBeUnwrapped(type, wellKnown.unwrapped(type) ?? type), at: node.range, notes: [(.forceUnwrapNote(), node.range)])
    case .staticOnInstance(let type, let node, let found):
      report(.staticOnInstance(kind(of: found.member), node.name, type), at: node.isImplicitSelf ? node.nameRange : node.baseRange ?? node.nameRange)
    case .instanceInStatic(let node, _, let type):
      if context.function.kind == .value, node.isImplicitSelf, context.function.property != nil {
        report(.instanceInInitializer(node.name), at: node.nameRange)
      } else {
        report(.instanceOnType(node.name, type, isNamed: !node.isImplicitSelf), at: node.isImplicitSelf ? node.nameRange : node.baseRange ?? node.nameRange)
      }
    case .existentialInit(let type, let node): report(.existentialInit(type), at: node.range)
    case .noInitializers(let type, let node): report(.noInitializers(type), at: node.range)
    case .metatypeCalled(_, let node): report(.metatypeCalled(), at: node.range)
    case .notCallable(let type, let node):
      if type.isError { return }
      if let decl = solver.state.choices[node.id]?.choice.enumCase, decl.payload.isEmpty {
        report(.caseWithoutPayload(decl.name), at: node.nameRange)
      } else {
        report(.notCallable(type), at: node.location)
      }
    case .extraneousLabel(let node, let index):
      let argument = node.arguments[index]
      report(.extraneousLabels((argument.label ?? "") + ":"), at: argument.labelRange ?? argument.node.range)
    case .wrongLabels(let node, let expected, let order): reportLabels(node, expected, order, solver)
    case .extraArgument(let node, let index, let takesNone):
      let argument = node.arguments[index]
      report(takesNone ? .takesNoArguments() : .extraArgument(argument.label), at: argument.node.range, notes: calleeNotes(node, solver))
    case .missingArgument(let node, let label, let index, let type):
      let others = solver.state.fixes.compactMap { other -> String? in
        if case .missingArgument(let same, let label, let index, _) = other.kind, same === node { return label.map { "'\($0)'" } ?? "#\(index + 1)" }
        return nil
      }
      let following = node.arguments.first { argument in
        guard let expected = solver.state.matches[node.id] else { return false }
        let position = node.arguments.firstIndex { $0.node === argument.node } ?? 0
        return expected.arguments.dropFirst(index + 1).contains { $0.contains(position) } && !argument.isTrailing
      }
      let place = following.map { $0.labelRange ?? $0.node.range } ?? node.callEnd
      if others.count > 1 { report(.missingArguments(others), at: place, notes: calleeNotes(node, solver)) } else {
        let hasOthers = !node.arguments.isEmpty
        let text = (label.map { "\($0): " } ?? "") + "<#\(type)#>"
        report(
          .missingArgument(label, index), at: place, notes: calleeNotes(node, solver),
          fixes: [Diagnostic.Fix(label: "add the argument", range: place.start(of: place), replacement: hasOthers ? ", " + text : text)])
      }
    case .outOfOrder(let node, let first, let second, let index):
      report(.outOfOrder(first, second), at: node.arguments[index].labelRange ?? node.arguments[index].node.range)
    case .extraneousAmpersand(let node): report(.extraneousAmpersand(solver.simplified(node.type)), at: node.range)
    case .missingAmpersand(let node, let type):
      report(
        .missingAmpersand(type), at: node.range,
        fixes: [Diagnostic.Fix(label: "insert '&'", range: node.range.start(of: node.range), replacement: "&")])
    case .missingConformance(let type, let proto, let node): reportConformance(type, proto, node, solver)
    case .missingRequirement(let requirement, let node):
      let subject = subjectName(node, solver)
      switch requirement {
      case .superclass(let type, let bound): report(.requiresInheritance(subject, type, solver.simplified(bound)), at: node.nameRange)
      case .classBound(let type): report(.requiresClassType(subject, type), at: node.nameRange)
      case .sameType(let left, let right): report(.requiresEqualTypes(subject, left, right), at: node.nameRange)
      case .conforms(let type, let proto): reportConformance(type, proto, node, solver)
      }
    case .closureParameterCount(let node, let type, let expected, let found):
      report(.closureParameterCount(solver.simplified(type), expected: expected, found: found), at: node.location)
    case .closureIgnoresParameters(let node, let count):
      let brace = SourceRange(file: node.range.file, start: Int(node.range.start), end: Int(node.range.start) + 1)
      let insertion = SourceRange(file: node.range.file, start: Int(brace.end), end: Int(brace.end))
      report(
        .closureIgnoresParameters(count), at: brace,
        fixes: [
          Diagnostic.Fix(
            label: "insert '\(Array(repeating: "_", count: count).joined(separator: ",")) in'", range: insertion,
            replacement: " " + Array(repeating: "_", count: count).joined(separator: ",") + " in")
        ])
    case .closureParameterUnknown(let node, let name): report(.closureParameterUnknown(name), at: node.range)
    case .closureBody(let diagnostics):
      for diagnostic in diagnostics { report(diagnostic.message, at: diagnostic.range, notes: diagnostic.notes, fixes: diagnostic.fixes) }
    case .thrownConversion(let node, let from, let to): report(.thrownConversion(from, to), at: node.range)
    case .throwingClosure(let node, let type): report(.throwingClosure(type, solver.simplified(node.type)), at: node.range)
    case .noOverload(let node, let choices): reportNoOverload(node, choices, solver)
    case .unknown(let origin, let literal): reportUnknown(origin, literal, solver)
    }
  }

  private func reportUnknown(_ origin: Solver.Origin, _ literal: LiteralKind?, _ solver: Solver) {
    if literal == .nilLiteral {
      if case .expression(let node?) = origin { report(.nilRequiresContext(), at: node.range) }
      return
    }
    switch origin {
    case .generic(let parameter, let node): report(.genericNotInferred(parameter.name), at: node.nameRange)
    case .closureParameter(let node, let index):
      var name = "$\(index)"
      var range = node.range
      if case .closure(let closure) = node.kind, let parameters = closure.syntax.parameters, index < parameters.count {
        name = parameters[index].name.text
        range = parameters[index].name.range
      }
      report(.closureParameterUnknown(name), at: range)
    case .implicitBase(let node): report(.implicitWithoutContext(node.name), at: node.range)
    case .element(let node): if solver.contextual?.isError != true { report(.emptyCollection(), at: node.range) }
    case .closure(let node): report(.failedToProduce, at: node.range)
    case .expression(let node?): report(.failedToProduce, at: node.range)
    case .expression(nil): if let root = solver.rootNode { report(.failedToProduce, at: root.range) }
    }
  }

  /// A literal reads as its default type.
  private func shown(_ node: Node, _ solver: Solver) -> Type {
    let type = solver.simplified(node.type)
    if case .variable(let variable) = type {
      if let kind = solver.state.literals[variable.id], let standard = wellKnown.defaultType(kind) { return standard }
      if let kind = solver.state.literals[variable.id], kind == .array, case .array(let elements, _) = node.kind {
        return wellKnown.array(elements.first.map { shown($0, solver) } ?? .existential(ExistentialType(protocols: [])))
      }
    }
    if type.isError { return literalType(node) ?? .error }
    return type
  }

  private func literalType(_ node: Node) -> Type? {
    switch node.kind {
    case .literal(let literal):
      switch literal {
      case .integer: return wellKnown.int
      case .float: return wellKnown.double
      case .string: return wellKnown.string
      case .boolean: return wellKnown.bool
      case .nilLiteral: return nil
      }
    case .interpolation: return wellKnown.string
    case .paren(let inner): return literalType(inner)
    case .array(let elements, _): return elements.first.flatMap(literalType).map { wellKnown.array($0) }
    default: return nil
    }
  }

  /// What somebody who knows Python may have meant by an argument.
  private func foreignNotes(_ from: Type, _ to: Type, _ place: Place) -> [Note] {
    guard case .argument(let call, _) = place, case .call(let callee, _) = call.kind else { return [] }
    if to == wellKnown.array(wellKnown.int), from == wellKnown.int { return [(.writeInstead(ForeignNames.list), nil)] }
    if case .nominal(let decl, _) = to, decl.name == "Tensor", decl.module != "main", from.nominal === wellKnown.arrayDecl {
      return [(.writeInstead(ForeignNames.ofArray[callee.name] ?? ForeignNames.tensorOfArray), nil)]
    }
    return []
  }

  private func reportMismatch(_ from: Type, _ to: Type, _ node: Node, _ place: Place, _ solver: Solver) {
    var from = solver.simplified(from)
    let to = solver.simplified(to)
    if from.hasVariables || from.isError { from = shown(node, solver) }
    if from.isError || to.isError { return }
    if case .argument(let call, _) = place, case .call(let callee, _) = call.kind, callee.isOperator {
      reportOperands(callee, solver)
      return
    }
    let range = node.location
    if let wrapped = wellKnown.unwrapped(from), areSame(wrapped, to) || isConvertible(wrapped, to: to) {
      let end = SourceRange(file: range.file, start: Int(range.end), end: Int(range.end))
      report(
        .mustBeUnwrapped(from, wrapped), at: range, notes: [(.coalesceNote(), node.range), (.forceUnwrapNote(), node.range)],
        fixes: [
          Diagnostic.Fix(label: "coalesce using '??'", range: end, replacement: " ?? <#default value#>"),
          Diagnostic.Fix(label: "force-unwrap using '!'", range: end, replacement: "!"),
        ])
      return
    }
    if case .tuple(let elements, let labels) = node.kind, case .contextual = place, case .tuple? = solver.contextual, let wanted = solver.contextual {
      // The whole tuple is what does not fit.
      from = .tuple(zip(elements, labels).map { TupleElement(label: $1, type: shown($0, solver)) })
      if case .contextual(.returnValue) = place { report(.cannotConvertReturn(from, wanted), at: node.range) } else {
        report(.cannotConvert(from, wanted, "specified type"), at: node.range)
      }
      return
    }
    if case .function(let function) = from, function.parameters.isEmpty, areSame(function.result, to) {
      let end = SourceRange(file: node.range.file, start: Int(node.range.end), end: Int(node.range.end))
      report(.functionProduces(to), at: range, fixes: [Diagnostic.Fix(label: "call it", range: end, replacement: "()")])
      return
    }
    var fixes: [Diagnostic.Fix] = []
    if let conversion = numericConversion(from, to) {
      fixes = [Diagnostic.Fix(label: "convert with '\(conversion)(…)'", range: node.range, replacement: "\(conversion)(\(node.range.text))")]
    }
    if to == wellKnown.bool, place.isCondition {
      if wellKnown.unwrapped(from) != nil {
        report(.optionalAsBoolean(from, isNegated: false), at: range)
        return
      }
      if let proto = wellKnown.nominal("BinaryInteger"), conforms(from, to: proto) {
        report(
          .booleanContext(from, isNegated: false), at: range,
          fixes: [Diagnostic.Fix(label: "test for '!= 0'", range: range, replacement: "(\(range.text) != 0)")])
        return
      }
    }
    if case .argument(let call, let index) = place, let name = conflictingParameter(call, index, solver) {
      report(.conflictingArguments(name, to, from), at: call.range)
      return
    }
    if case .argument(let call, let index) = place, let match = solver.state.matches[call.id],
      let parameter = zip(match.parameters, match.arguments).first(where: { $1.contains(index) })?.0, parameter.isVariadic,
      case .nominal(let decl, let elements) = from, decl === wellKnown.arrayDecl, elements.first == to {
      report(.arrayAsVariadic(from, to), at: range)
      return
    }
    if case .contextual = place, case .array = node.withoutParens.kind, to.nominal === wellKnown.dictionaryDecl {
      report(.arrayAsDictionary(to), at: range)
      return
    }
    if case .contextual(.initialization) = place, case .existential(let existential) = to, !existential.isAny, !existential.protocols.isEmpty {
      report(.valueDoesNotConform(from, existential.bareDescription), at: range)
      return
    }
    if case .implicitMember = node.kind, case .function(let function) = to, let parameter = function.parameters.first,
      function.result == from {
      report(.memberExpectsArgument(node.name, parameter.type), at: node.nameRange)
      return
    }
    if case .implicitMember = node.kind, case .function(let function) = from, let parameter = function.parameters.first,
      case .contextual = place {
      report(.memberExpectsArgument(node.name, parameter.type), at: node.nameRange)
      return
    }
    if case .argument = place, case .existential(let existential) = to, !existential.isAny, !existential.protocols.isEmpty {
      report(.argumentDoesNotConform(from, existential.bareDescription), at: range)
      return
    }
    switch place {
    case .argument, .general, .callResult, .inoutArgument:
      report(.cannotConvert(from, to, "expected argument type"), at: range, notes: foreignNotes(from, to, place), fixes: fixes)
    case .contextual(let purpose):
      switch purpose {
      case .returnValue: report(.cannotConvertReturn(from, to), at: range, fixes: fixes)
      case .condition: report(.cannotConvert(from, to, "expected condition type"), at: range)
      case .thrown: report(.thrownDoesNotConform(from), at: range)
      case .defaultArgument: report(.cannotConvert(from, to, "specified type"), at: range, fixes: fixes)
      case .yield: report(.branchesMismatch(from, to), at: range, fixes: fixes)
      default: report(.cannotConvert(from, to, "specified type"), at: range, fixes: fixes)
      }
    case .assignment(let target):
      if case .subscriptCall = target.kind { report(.cannotAssignToSubscript(from, wellKnown.unwrapped(to) ?? to), at: range, fixes: fixes) } else {
        report(.cannotAssignValue(from, to), at: range, fixes: fixes)
      }
    case .element:
      if let root = solver.rootNode, solver.contextual == nil, case .array(let elements, _) = root.kind, elements.contains(where: { $0 === node }) {
        report(.heterogeneous(wellKnown.array(.existential(ExistentialType(protocols: [])))), at: root.range)
      } else {
        report(.cannotConvert(from, to, "expected element type"), at: range, fixes: fixes)
      }
    case .dictionaryKey: report(.cannotConvert(from, to, "expected dictionary key type"), at: range, fixes: fixes)
    case .dictionaryValue:
      if let root = solver.rootNode, solver.contextual == nil, case .dictionary(let pairs, let key, _) = root.kind, pairs.contains(where: { $0.value === node }) {
        report(.heterogeneous(wellKnown.dictionary(solver.simplified(key), .existential(ExistentialType(protocols: [])))), at: root.range)
      } else {
        report(.cannotConvert(from, to, "expected dictionary value type"), at: range, fixes: fixes)
      }
    case .ternaryBranch:
      let place = solver.rootNode?.questionMark ?? range
      if let wanted = solver.contextual, areSame(wanted, to) {
        report(.cannotConvert(from, to, "specified type"), at: place)
      } else if case .ternary(_, let first, let second)? = solver.rootNode?.withoutParens.kind {
        report(.ternaryMismatch(shown(first, solver), shown(second, solver)), at: first.range)
      } else {
        report(.ternaryMismatch(to, from), at: place)
      }
    case .condition: report(.cannotConvert(from, to, "expected condition type"), at: range)
    case .closureResult(let closure), .closureValue(let closure):
      if node === closure, case .closure(let parts) = closure.kind, let written = parts.syntax.result {
        report(.declaredClosureResult(from, to), at: written.range)
      } else {
        report(.cannotConvert(from, to, "closure result type"), at: range, fixes: fixes)
      }
    case .interpolation: report(.cannotConvert(from, to, "expected argument type"), at: range)
    case .coercion: report(.cannotConvert(from, to, "type").withText("cannot convert value of type '\(from)' to type '\(to)' in coercion"), at: range, fixes: fixes)
    case .requirement: report(.requiresEqualTypes(subjectName(node, solver), from, to), at: node.nameRange)
    }
  }

  /// A type whose initialiser makes the one number of the other.
  private func numericConversion(_ from: Type, _ to: Type) -> String? {
    guard case .nominal(let source, _) = from, case .nominal(let target, _) = to, source.module == "Swift", target.module == "Swift" else { return nil }
    let numbers: Set<String> = [
      "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Double", "Float",
    ]
    if numbers.contains(target.name), numbers.contains(source.name) { return target.name }
    if target.name == "String", numbers.contains(source.name) || source.name == "Character" || source.name == "Substring" { return "String" }
    return nil
  }

  private func reportConformance(_ type: Type, _ proto: NominalDecl, _ node: Node, _ solver: Solver) {
    if type.isError { return }
    if node.name == "subscript", proto.name == "RangeExpression", case .member(let base) = node.kind {
      // The subscript that takes any range was only the last one tried.
      let choices = members(of: solver.simplified(base.type), named: "subscript").map { Choice(.instance($0)) }
      reportNoOverload(node, choices, solver)
      return
    }
    if node.isOperator {
      reportOperands(node, solver)
      return
    }
    report(.requiresConformance(subjectName(node, solver), type, proto.name), at: node.nameRange)
  }

  /// «global function 'f'», «instance method 'm'», «generic struct 'Set'»…
  private func subjectName(_ node: Node, _ solver: Solver) -> String {
    if let choice = solver.state.choices[node.id]?.choice { return subjectName(choice, node) }
    if case .metatype(let type) = node.kind, case .nominal(let decl, _) = type { return "generic \(decl.kind.rawValue) '\(decl.name)'" }
    return node.name.isEmpty ? "this expression" : "'\(node.name)'"
  }

  private func subjectName(_ choice: Choice, _ node: Node) -> String {
    if let function = choice.function {
      switch function.kind {
      case .initializer: return "initializer '\(function.signatureName)'"
      case .function: return (localFunctions.contains(function) ? "local function" : "global function") + " '\(function.signatureName)'"
      default: return (function.isStatic ? "static method" : "instance method") + " '\(function.signatureName)'"
      }
    }
    if let decl = choice.enumCase { return "enum case '\(decl.name)'" }
    if case .subscriptDecl? = choice.found?.member { return "subscript" }
    if case .property(let property)? = choice.found?.member { return (property.isStatic ? "static property" : "property") + " '\(property.name)'" }
    return "'\(node.name)'"
  }

  /// The operands of an operator do not go together.
  private func reportOperands(_ node: Node, _ solver: Solver) {
    guard let call = node.call else { return }
    let arguments = call.arguments.map { shown($0.node, solver) }
    if arguments.contains(where: \.hasError) { return }
    if arguments.count == 1, node.name == "!" {
      if wellKnown.unwrapped(arguments[0]) != nil {
        report(.optionalAsBoolean(arguments[0], isNegated: true), at: call.arguments[0].node.range)
        return
      }
      if let proto = wellKnown.nominal("BinaryInteger"), conforms(arguments[0], to: proto), literalType(call.arguments[0].node) == nil {
        report(.booleanContext(arguments[0], isNegated: true), at: call.arguments[0].node.range)
        return
      }
      report(.cannotConvert(arguments[0], wellKnown.bool, "expected argument type"), at: call.arguments[0].node.range)
      return
    }
    guard arguments.count == 2 else {
      if let first = arguments.first { report(.unaryOperand(node.name, first), at: node.nameRange) }
      return
    }
    if node.name == "~=" {
      report(.patternMismatch(arguments[0], arguments[1]), at: node.range)
      return
    }
    if ["&&", "||"].contains(node.name) {
      for (index, type) in arguments.enumerated() where type != wellKnown.bool {
        reportMismatch(type, wellKnown.bool, call.arguments[index].node, .condition, solver)
      }
      return
    }
    let optional = arguments.indices.filter { wellKnown.unwrapped(arguments[$0]) != nil }
    if optional.count == 1, !["==", "!=", "??"].contains(node.name), let wrapped = wellKnown.unwrapped(arguments[optional[0]]),
      areSame(wrapped, arguments[1 - optional[0]]) || literalType(call.arguments[1 - optional[0]].node) != nil {
      let range = call.arguments[optional[0]].node.range
      let end = SourceRange(file: range.file, start: Int(range.end), end: Int(range.end))
      report(
        .mustBeUnwrapped(arguments[optional[0]], wrapped), at: range, notes: [(.coalesceNote(), range), (.forceUnwrapNote(), range)],
        fixes: [Diagnostic.Fix(label: "force-unwrap using '!'", range: end, replacement: "!")])
      return
    }
    if node.name == "%", arguments.contains(where: { $0 == wellKnown.double || $0 == wellKnown.float }) {
      let operands = call.arguments.map(\.node.range)
      let whole = operands[0].joined(to: operands[1])
      report(
        .floatRemainder, at: node.nameRange,
        fixes: [
          Diagnostic.Fix(
            label: "use 'truncatingRemainder(dividingBy:)'", range: whole,
            replacement: "\(operands[0].text).truncatingRemainder(dividingBy: \(operands[1].text))")
        ])
      return
    }
    // `let d: Double = n * 1.5`: the wanted type says which operand is the wrong one.
    if let wanted = solver.contextual, solver.rootNode?.withoutParens === call, ["+", "-", "*", "/"].contains(node.name) {
      for index in 0..<2 where arguments[index] != wanted && numericConversion(arguments[index], wanted) == .some(wanted.description)
        && wanted != wellKnown.string && literalType(call.arguments[index].node) == nil && fitsAsOperand(call.arguments[1 - index].node, arguments[1 - index], wanted, solver) {
        reportMismatch(arguments[index], wanted, call.arguments[index].node, .general, solver)
        return
      }
    }
    if operators.group(ofInfix: node.name)?.isAssignment == true, node.name.hasSuffix("="), arguments[0] != arguments[1],
      !operatorFunctions(node.name).filter({ $0.parameters.first?.variable.type == arguments[0] || $0.parent?.isProtocol == true }).isEmpty,
      wellKnown.equatable.map({ conforms(arguments[0], to: $0) }) == true, numericConversion(arguments[1], arguments[0]) != nil {
      reportMismatch(arguments[1], arguments[0], call.arguments[1].node, .general, solver)
      return
    }
    var fixes: [Diagnostic.Fix] = []
    if let target = numericTarget(arguments[0], arguments[1]) {
      let index = arguments[0] == target ? 1 : 0
      let range = call.arguments[index].node.range
      fixes = [Diagnostic.Fix(label: "convert with '\(target)(…)'", range: range, replacement: "\(target)(\(range.text))")]
    }
    // Within a longer sum, and where a text is wanted, the right side is what should be one.
    if node.name == "+", arguments[0] == wellKnown.string, arguments[1] != wellKnown.string,
      call.operatorParent != nil || solver.contextual == wellKnown.string && solver.rootNode?.withoutParens === call {
      reportMismatch(arguments[1], wellKnown.string, call.arguments[1].node, .general, solver)
      return
    }
    report(.binaryOperands(node.name, arguments[0], arguments[1]), at: node.nameRange, fixes: fixes)
  }

  private func fitsAsOperand(_ node: Node, _ type: Type, _ wanted: Type, _ solver: Solver) -> Bool {
    if let kind = solver.literal(of: node.type) { return solver.literalConforms(kind, wanted) }
    return type == wanted || literalType(node) == wellKnown.double && wanted == wellKnown.float
  }

  /// The generic parameter that another argument of the call has already decided.
  private func conflictingParameter(_ call: Node, _ index: Int, _ solver: Solver) -> String? {
    guard case .call(let callee, _) = call.kind, let function = solver.state.choices[callee.id]?.choice.function,
      let match = solver.state.matches[call.id], function.parameters.count == match.arguments.count,
      let position = match.arguments.firstIndex(where: { $0.contains(index) }),
      case .parameter(let generic) = function.parameters[position].variable.type, !generic.isSelf
    else { return nil }
    let isShared = function.parameters.enumerated().contains { $0.offset != position && $0.element.variable.type == .parameter(generic) }
    return isShared ? generic.name : nil
  }

  /// The type that both numbers should have: the one that can hold the other.
  private func numericTarget(_ left: Type, _ right: Type) -> Type? {
    guard numericConversion(left, right) != nil, numericConversion(right, left) != nil else { return nil }
    return right == wellKnown.double || left == wellKnown.int ? right : left
  }

  private func reportNoOverload(_ node: Node, _ choices: [Choice], _ solver: Solver) {
    if node.isOperator {
      reportOperands(node, solver)
      return
    }
    if node.call?.arguments.contains(where: { shown($0.node, solver).hasError }) == true { return }
    // A dictionary is asked by its keys, whatever else its positions allow.
    let keyed = choices.first { choice in
      guard case .subscriptDecl(let decl)? = choice.found?.member, choice.found?.owner === wellKnown.dictionaryDecl else { return false }
      return decl.parameters.first?.variable.type == wellKnown.dictionaryDecl?.generics.first.map(Type.parameter)
    }
    if node.name == "subscript", let arguments = node.call?.arguments, arguments.count == 1, let first = keyed ?? choices.first,
      case .subscriptDecl(let decl)? = first.found?.member, decl.parameters.count == 1 {
      let argument = shown(arguments[0].node, solver)
      if case .member(let base) = node.kind, solver.simplified(base.type) == wellKnown.string, argument == wellKnown.int {
        report(.stringSubscript, at: base.range)
        return
      }
      let wanted = decl.parameters[0].variable.type.substituting(first.found?.substitutions ?? Substitutions())
      if choices.count == 1 || keyed != nil, arguments[0].label == nil, !wanted.hasVariables {
        reportMismatch(argument, wanted, arguments[0].node, .argument(call: node.call ?? node, index: 0), solver)
        return
      }
    }
    // One candidate that takes so many arguments: what is wrong with them.
    let notes = choices.prefix(8).compactMap { choice -> Note? in
      if let function = choice.function {
        return (.candidate(function.signature(choice.found?.substitutions ?? Substitutions())), function.range.file.cell > 0 ? function.range : nil)
      }
      if let found = choice.found { return (.candidate(signature(of: found.member, found.substitutions)), place(of: found.member)) }
      return nil
    }
    let subject: String
    var range = node.nameRange
    if node.name == "init" { subject = "initializer" } else if node.name == "subscript" {
      // swiftc leaves room for a name here.
      subject = "subscript "
      range = node.call?.location ?? range
    } else if let first = choices.first, let function = first.function {
      subject = (function.kind == .function ? "global function" : function.isStatic ? "static method" : "instance method") + " '\(node.name)'"
    } else {
      subject = "'\(node.name)'"
    }
    report(.noExactMatches(subject), at: range, notes: notes)
  }

  private func reportLabels(_ node: Node, _ expected: [String], _ order: [Int], _ solver: Solver) {
    let arguments = node.arguments
    let written = order.compactMap { $0 < arguments.count && !arguments[$0].isTrailing ? arguments[$0] : nil }
    let have = written.map { ($0.label ?? "_") + ":" }
    let wanted = zip(order, expected).filter { $0.0 < arguments.count && !arguments[$0.0].isTrailing }.map { $0.1 + ":" }
    var place = node.argumentsStart
    var fixes: [Diagnostic.Fix] = []
    for (argument, label) in zip(written, wanted) where (argument.label ?? "_") + ":" != label {
      if let range = argument.labelRange {
        let whole = SourceRange(file: range.file, start: Int(range.start), end: Int(argument.node.range.start))
        fixes.append(Diagnostic.Fix(label: label == "_:" ? "remove the label" : "replace it with '\(label)'", range: label == "_:" ? whole : range, replacement: label == "_:" ? "" : String(label.dropLast())))
      } else {
        fixes.append(Diagnostic.Fix(label: "insert '\(label)'", range: argument.node.range.start(of: argument.node.range), replacement: label + " "))
      }
    }
    let differing = zip(have, wanted).filter { $0 != $1 }
    let isPlural = differing.count > 1
    if differing.allSatisfy({ $0.0 == "_:" }) {
      if arguments.count == 1 { place = arguments[0].node.range }
      report(.missingLabels(differing.map(\.1).joined()), at: place, notes: calleeNotes(node, solver), fixes: fixes)
    } else if differing.allSatisfy({ $0.1 == "_:" }) {
      report(.extraneousLabels(differing.map(\.0).joined()), at: place, notes: calleeNotes(node, solver), fixes: fixes)
    } else {
      report(.wrongLabels(have: have.joined(), expected: wanted.joined(), isPlural: isPlural), at: place, notes: calleeNotes(node, solver), fixes: fixes)
    }
  }

  /// Where the function of a call was declared.
  private func calleeNotes(_ node: Node, _ solver: Solver) -> [Note] {
    let callee: Node
    switch node.kind {
    case .call(let function, _), .subscriptCall(let function, _): callee = function
    default: return []
    }
    guard let choice = solver.state.choices[callee.id]?.choice else { return [] }
    if let function = choice.function, function.range.file.cell > 0 {
      return [(.declaredHere(function.signatureName), function.range)]
    }
    return []
  }

  func reportNoMember(_ type: Type, _ name: Identifier, isPattern: Bool) {
    if type.hasError { return }
    var candidates: Set<String> = []
    let subject: Type
    if case .metatype(let instance) = type { subject = instance } else { subject = type }
    switch subject {
    case .nominal(let decl, _): candidates = memberNames(of: decl)
    case .existential(let existential): for proto in existential.protocols { candidates.formUnion(memberNames(of: proto)) }
    case .parameter, .dependent, .opaque:
      for proto in environment.protocols(of: environment.canonical(subject)) { candidates.formUnion(memberNames(of: proto)) }
    case .tuple(let elements): candidates = Set(elements.compactMap(\.label))
    default: break
    }
    if let hint = ForeignNames.member[name.text] {
      report(.noMember(type, name.text), at: name.range, notes: [(.writeInstead(hint), nil)])
    } else if let near = nearestNames(to: name.text, among: candidates) {
      report(
        .noMember(type, name.text), at: name.range, notes: [(.didYouMean(near), name.range)],
        fixes: [Diagnostic.Fix(label: "did you mean '\(near)'?", range: name.range, replacement: near)])
    } else {
      report(.noMember(type, name.text), at: name.range)
    }
  }

  /// A name that means nothing here, with the nearest that does.
  func reportMissing(_ name: Identifier, in scope: Scope, isAssigned: Bool = false) {
    if let probe, name.text == Probe.name {
      probe.note(name: scope)
      return
    }
    if name.text.hasPrefix("$") {
      report(.anonymousOutsideClosure(), at: name.range)
      return
    }
    var notes: [Note] = []
    var fixes: [Diagnostic.Fix] = []
    if let refused = refusedNames[name.text] {
      notes = [(.refusedDeclaration(name.text, in: refused.file.name), refused)]
    } else if let hint = ForeignNames.global[name.text] {
      notes = [(.writeInstead(hint), nil)]
    } else if let near = nearestNames(to: name.text, among: visibleNames(from: scope)) {
      fixes = [Diagnostic.Fix(label: "did you mean '\(near)'?", range: name.range, replacement: near)]
      notes = [(.didYouMean(near), name.range)]
    }
    if isAssigned { notes.append((.writeInstead(ForeignNames.declaration), nil)) }
    report(.cannotFind(name.text), at: name.range, notes: notes, fixes: fixes)
  }
}

extension Diagnostic.Message {
  fileprivate func withText(_ text: String) -> Self { Self(id: id, severity: severity, text: text) }
}

extension Place {
  var isCondition: Bool {
    switch self {
    case .condition, .contextual(.condition): return true
    default: return false
    }
  }
}

extension Node {
  /// Where `swiftc` points for an expression: at the operator, the member's name, the bracket.
  var location: SourceRange {
    func from(_ start: Int) -> SourceRange { SourceRange(file: range.file, start: start, end: max(start, Int(range.end))) }
    switch kind {
    case .call(let callee, let arguments) where callee.isOperator && arguments.count == 2: return from(Int(callee.nameRange.start))
    case .call(let callee, _) where !callee.isOperator && callee.name != "init": return from(Int(callee.location.start))
    case .subscriptCall(let callee, _): return from(Int(callee.nameRange.end))
    case .member where !isImplicitSelf && name != "init" && name != "subscript" && name != "callAsFunction": return from(Int(nameRange.start))
    case .ternary: return questionMark.map { from(Int($0.start)) } ?? range
    case .closure(let closure):
      if let first = closure.syntax.parameters?.first { return from(Int(first.name.range.start)) }
      return range
    case .forceUnwrap: return range.lastCharacter
    case .paren(let inner): return inner.location
    case .tryExpr(_, let inner): return inner.location
    case .optionalChain(let inner): return inner.location
    default: return range
    }
  }

  /// The operator of a call of one.
  var operatorRange: SourceRange {
    if case .call(let callee, _) = kind { return callee.nameRange }
    return nameRange
  }

  /// The `?` of a conditional expression.
  var questionMark: SourceRange? {
    var node = self
    while case .paren(let inner) = node.kind { node = inner }
    guard case .ternary(let condition, let first, _) = node.kind else { return nil }
    let bytes = range.file.bytes
    var index = Int(condition.range.end)
    while index < Int(first.range.start), index < bytes.count {
      if bytes[index] == UInt8(ascii: "?") { return SourceRange(file: range.file, start: index, end: index + 1) }
      index += 1
    }
    return nil
  }

  /// The base of a member.
  var baseRange: SourceRange? {
    if case .member(let base) = kind { return base.range }
    return nil
  }

  /// Before the closing parenthesis of a call.
  var callEnd: SourceRange {
    if case .call(let callee, let arguments) = kind, arguments.contains(where: \.isTrailing) { return callee.range.lastCharacter }
    return range.lastCharacter
  }

  /// The opening parenthesis of a call.
  var argumentsStart: SourceRange {
    switch kind {
    case .call(let callee, _), .subscriptCall(let callee, _):
      let end = callee.name == "init" && callee.nameRange.end < range.end ? Int(callee.nameRange.end) : Int(callee.range.end) < Int(range.end) ? Int(callee.range.end) : Int(callee.nameRange.end)
      return SourceRange(file: range.file, start: end, end: end + 1)
    default: return range
    }
  }
}
