import Language

/// The interface text and the thunks of a library, made from its public declarations.
struct Interface {
  private let types: TypeTable
  /// Lines of the interface so far, by the folder of the sources.
  private(set) var text = ""
  private(set) var thunks: [String] = []
  private(set) var nativeTypes: [(path: String, swiftName: String, isClass: Bool, isSubclass: Bool)] = []
  private(set) var taggedTypes: [(swiftName: String, cases: [String])] = []
  /// What cells cannot call, and why.
  private(set) var omitted: [String] = []
  private var module = ""
  private var indent = ""
  /// Functions by name and labels, to find the array form of a variadic one.
  private var arrayForms: Set<String> = []

  init(types: TypeTable) { self.types = types }

  /// The declarations of one file.
  mutating func add(_ file: SourceFile, _ statements: [Stmt], module: String) {
    self.module = module
    let declarations = statements.declarations
    for decl in declarations { note(decl, in: "") }
    for decl in declarations { add(decl, in: Context(path: "")) }
  }

  /// What the members of a type, or of an extension, stand in.
  private struct Context {
    var path: String
    var isClass = false
    var isProtocolExtension = false
    /// The members are what a conforming type must have.
    var isRequirement = false
    /// The concrete type in `extension P where Self == T`.
    var concreteSelf: String?
  }

  // MARK: Declarations

  private mutating func add(_ decl: Decl, in context: Context) {
    switch decl.kind {
    case .operatorDecl, .precedenceGroup: line(decl.range.text)
    case .nominal(let nominal): add(nominal, decl, in: context)
    case .extensionDecl(let syntax): add(syntax, decl)
    case .function(let function): add(function, decl, in: context)
    case .initializer(let initializer): add(initializer, decl, in: context)
    case .variable(let variable): add(variable, decl, in: context)
    case .subscriptDecl(let syntax): add(syntax, decl, in: context)
    case .typeAlias where decl.isPublic: line(decl.range.text)
    default: break
    }
  }

  private mutating func add(_ nominal: NominalSyntax, _ decl: Decl, in context: Context) {
    guard decl.isPublic else { return }
    let path = context.path.isEmpty ? nominal.name.text : "\(context.path).\(nominal.name.text)"
    guard let entry = types.entries[path] else {
      omitted.append("\(path): an enum whose cases carry values")
      return
    }
    guard entry.kind != .source else { return carry(decl) }
    document(decl)
    let isClass = nominal.kind == .classDecl
    var attribute = ""
    switch entry.kind {
    case .native:
      attribute = "@native(\"\(path)\") "
      let isSubclass = isClass && nominal.inherits.contains { types.entries[$0.text]?.kind == .native }
      nativeTypes.append((path, entry.swiftName, isClass, isSubclass))
    case .tagged:
      let names = nominal.members.flatMap { member -> [String] in
        if case .enumCase(let elements) = member.kind { elements.map(\.name.text) } else { [] }
      }
      taggedTypes.append((entry.swiftName, names))
    case .proto, .source: break
    }
    let inherits = clause(nominal.inherits, of: nominal)
    line("\(attribute)public \(nominal.kind.rawValue) \(nominal.name.text)\(inherits) {")
    let inner = Context(path: path, isClass: isClass, isRequirement: nominal.kind == .protocolDecl)
    indented { interface in
      for member in nominal.members {
        if case .enumCase(let elements) = member.kind {
          interface.document(member)
          for element in elements {
            interface.line("case \(element.name.text)" + (element.rawValue.map { " = \($0.range.text)" } ?? ""))
          }
        } else {
          interface.add(member, in: inner)
        }
      }
    }
    line("}")
  }

  private mutating func add(_ syntax: ExtensionSyntax, _ decl: Decl) {
    guard case .named(let components) = syntax.extended.kind else { return }
    let path = components.map(\.name.text).joined(separator: ".")
    let entry = types.entries[path]
    let inherits = syntax.inherits.filter { isKept($0, members: syntax.members) }
    var context = Context(path: path)
    context.isProtocolExtension = entry?.kind == .proto
    for requirement in syntax.requirements {
      guard case .sameType(let left, let right) = requirement, left.text == "Self" else { continue }
      context.concreteSelf = types.swift(right, in: "")
      context.isProtocolExtension = false
    }
    guard entry != nil || !inherits.isEmpty || syntax.members.contains(where: \.isPublic) else { return }
    let before = text
    let header = "extension \(path)" + (inherits.isEmpty ? "" : ": " + inherits.map(\.text).joined(separator: ", "))
    let requirements = syntax.requirements.map { requirement in
      switch requirement {
      case .conforms(let left, let right): "\(left.text): \(right.text)"
      case .sameType(let left, let right): "\(left.text) == \(right.text)"
      }
    }
    line(header + (requirements.isEmpty ? "" : " where " + requirements.joined(separator: ", ")) + " {")
    let empty = text
    indented { interface in for member in syntax.members { interface.add(member, in: context) } }
    if text == empty, inherits.isEmpty { text = before } else { line("}") }
  }

  private func clause(_ inherits: [TypeExpr], of nominal: NominalSyntax) -> String {
    let kept = inherits.filter { isKept($0, members: nominal.members, isEnum: nominal.kind == .enumDecl) }
    return kept.isEmpty ? "" : ": " + kept.map(\.text).joined(separator: ", ")
  }

  /// Protocols of the library, superclasses, and those of the standard library whose requirements the interface has.
  private func isKept(_ type: TypeExpr, members: [Decl], isEnum: Bool = false) -> Bool {
    let name = type.text
    if let kind = types.entries[name]?.kind { return kind == .proto || kind == .native }
    if isEnum { return ["String", "Int", "CaseIterable", "Equatable", "Hashable", "CustomStringConvertible"].contains(name) }
    /// Whether a requirement is among the public functions.
    func has(_ function: String) -> Bool {
      members.contains { member in
        guard member.isPublic, case .function(let syntax) = member.kind else { return false }
        return syntax.name.text == function
      }
    }
    switch name {
    case "AnyObject": return true
    case "Sequence": return has("makeIterator")
    case "IteratorProtocol": return has("next")
    case "CustomStringConvertible":
      return members.contains { member in
        guard member.isPublic, case .variable(let variable) = member.kind else { return false }
        return variable.bindings.contains { $0.pattern.text == "description" }
      }
    default: return false
    }
  }

  // MARK: Functions

  private mutating func add(_ function: FunctionSyntax, _ decl: Decl, in context: Context) {
    guard decl.isPublic || context.isRequirement else { return }
    guard !decl.has("override") else { return }
    let name = function.name.text
    if !function.generics.isEmpty { return carry(decl) }
    guard let parameters = check(function.parameters, name, in: context),
      let result = types.passing(function.result, in: context.path)
    else { return omit(name, in: context, decl) }
    if case .function = result, let type = function.result { return addReturningFunction(function, decl, parameters, type, in: context) }
    document(decl)
    let signature =
      modifiers(decl) + "func \(name)\(function.isOperator ? " " : "")(\(parameterText(function.parameters)))"
      + throwsText(function.throwing) + (function.result.map { " -> \($0.text)" } ?? "")
    if context.isRequirement { return line(signature) }
    native(signature)
    let isStatic = decl.has("static") || decl.has("class")
    let hasSelf = !context.path.isEmpty && !isStatic
    let tries = function.throwing.isThrowing
    let arguments = argumentTexts(function.parameters, parameters, from: hasSelf ? 1 : 0, in: context)
    if function.isOperator {
      thunk(operatorBody(name, function, decl, result, in: context))
      return
    }
    let base: String
    if hasSelf {
      base = "\(selfText(context)).\(name)"
    } else if isStatic {
      base = "\(context.concreteSelf ?? types.entries[context.path]?.swiftName ?? context.path).\(name)"
    } else {
      base = "\(module).\(name)"
    }
    if hasSelf, decl.has("mutating") {
      thunk(update(context, result) { "try value.\(name)(\($0))" }(call(arguments)))
      return
    }
    thunk(calls(base, arguments, variadic: function.parameters, in: context, "\(context.path).\(name)") {
      finish(result, (tries ? "try " : "") + $0)
    })
  }

  /// A function that returns a function: cells get a closure which calls both at once.
  private mutating func addReturningFunction(
    _ function: FunctionSyntax, _ decl: Decl, _ passings: [Passing], _ type: TypeExpr, in context: Context
  ) {
    guard case .function(let inner, _, let result) = type.kind, context.path.isEmpty,
      let resultPassing = types.passing(result, in: "")
    else { return omit(function.name.text, in: context, decl) }
    let hidden = "_applied\(thunks.count)"
    let outerNames = function.parameters.map(\.name.text)
    let innerNames = inner.indices.map { "argument\($0)" }
    let hiddenParameters = function.parameters.map { "_ \($0.name.text): \($0.isEscaping ? "@escaping " : "")\($0.type.text)" }
      + zip(innerNames, inner).map { "_ \($0): \($1.type.text)" }
    native("func \(hidden)(\(hiddenParameters.joined(separator: ", "))) -> \(result.text)")
    document(decl)
    line("\(modifiers(decl))func \(function.name.text)(\(parameterText(function.parameters))) -> \(type.text) {")
    let closureParameters = zip(innerNames, inner).map { "\($0): \($1.type.text)" }.joined(separator: ", ")
    line("  { (\(closureParameters)) -> \(result.text) in \(hidden)(\((outerNames + innerNames).joined(separator: ", "))) }")
    line("}")
    let outer = argumentTexts(function.parameters, passings, from: 0, in: context)
    let applied = inner.enumerated().map { index, parameter in
      argument(function.parameters.count + index, .value, types.swift(parameter.type, in: ""))
    }
    thunk(finish(resultPassing, "\(module).\(function.name.text)(\(call(outer)))(\(applied.joined(separator: ", ")))"))
  }

  private mutating func add(_ initializer: InitializerSyntax, _ decl: Decl, in context: Context) {
    guard decl.isPublic, types.entries[context.path]?.kind == .native else { return }
    guard initializer.generics.isEmpty, let parameters = check(initializer.parameters, "init", in: context) else {
      return omit("init", in: context, decl)
    }
    document(decl)
    native(
      (decl.attributes.contains { $0.name.text == "_disfavoredOverload" } ? "@_disfavoredOverload " : "") + "public init\(initializer.isFailable ? "?" : "")(\(parameterText(initializer.parameters)))"
        + throwsText(initializer.throwing))
    let arguments = argumentTexts(initializer.parameters, parameters, from: 0, in: context)
    let type = types.entries[context.path]?.swiftName ?? context.path
    thunk(calls(type, arguments, variadic: initializer.parameters, in: context, "\(context.path).init") {
      "try call.finish(\($0))"
    })
  }

  private mutating func add(_ variable: VariableSyntax, _ decl: Decl, in context: Context) {
    guard decl.isPublic || context.isRequirement else { return }
    guard !decl.has("override") else { return }
    for binding in variable.bindings {
      let name = binding.pattern.text
      guard let typeText = binding.type?.text ?? binding.value?.literalType,
        let result = binding.type.map({ types.passing($0, in: context.path) }) ?? .value
      else {
        omit(name, in: context, decl)
        continue
      }
      document(decl)
      let isStatic = decl.has("static") || decl.has("class")
      let accessors = binding.accessors
      let setter = accessors.first { $0.kind == .set }
      let isComputed = accessors.contains { $0.kind == .get || $0.kind == .set }
      let isHiddenSet = decl.modifiers.contains { $0.detail == "set" }
      let isSettable = !isHiddenSet && (isComputed ? setter != nil : !variable.isLet)
      if context.isRequirement {
        line("\(modifiers(decl))var \(name): \(typeText) { get\(isSettable ? " set" : "") }")
        continue
      }
      let base: String
      if context.path.isEmpty {
        base = "\(module)"
      } else if isStatic {
        base = context.concreteSelf ?? types.entries[context.path]?.swiftName ?? context.path
      } else {
        base = selfText(context)
      }
      let getter = thunk(finish(result, "\(base).\(name)"))
      var accessorText = "@native(\(getter)) get"
      if isSettable, !context.path.isEmpty, let type = binding.type.map({ types.swift($0, in: context.path) }) ?? binding.value?.literalType {
        let isByReference = isStatic || context.isClass || isExtensionOfClass(context) || setter?.isNonmutating == true
          || context.isProtocolExtension
        let value = argument(isStatic ? 0 : 1, result, type)
        let body: String
        if isByReference {
          body = "let base = try \(base); try base.\(name) = \(value); try call.finish()"
        } else {
          body = update(context, .void) { _ in "try value.\(name) = \(value)" }("")
        }
        let number = thunk(isStatic ? "try \(base).\(name) = \(value); try call.finish()" : body)
        accessorText += " @native(\(number)) \(isByReference && !isStatic ? "nonmutating " : "")set"
      }
      line("\(modifiers(decl))var \(name): \(typeText) { \(accessorText) }")
    }
  }

  private func isExtensionOfClass(_ context: Context) -> Bool {
    nativeTypes.contains { $0.path == context.path && $0.isClass }
  }

  private mutating func add(_ syntax: SubscriptSyntax, _ decl: Decl, in context: Context) {
    guard decl.isPublic, syntax.generics.isEmpty, let parameters = check(syntax.parameters, "subscript", in: context),
      let result = types.passing(syntax.result, in: context.path)
    else {
      if decl.isPublic { omit("subscript", in: context, decl) }
      return
    }
    document(decl)
    let arguments = argumentTexts(syntax.parameters, parameters, from: 1, in: context)
    let base = selfText(context)
    let getter = thunk(calls("", arguments, variadic: syntax.parameters, in: context, "\(context.path).subscript", brackets: true) {
      finish(result, base + $0)
    })
    var accessorText = "@native(\(getter)) get"
    if let setter = syntax.accessors.first(where: { $0.kind == .set }) {
      let isByReference = setter.isNonmutating || isExtensionOfClass(context) || context.isProtocolExtension
      let value = argument(1 + syntax.parameters.count, result, types.swift(syntax.result, in: context.path))
      let body: String
      if isByReference {
        body = "let base = try \(base); " + calls("base", arguments, variadic: syntax.parameters, in: context, "", brackets: true) {
          "try \($0) = \(value)"
        } + "; try call.finish()"
      } else {
        let inner = calls("value", arguments, variadic: syntax.parameters, in: context, "", brackets: true) { "try \($0) = \(value)" }
        body = update(context, .void) { _ in inner }("")
      }
      accessorText += " @native(\(thunk(body))) \(isByReference ? "nonmutating " : "")set"
    }
    line("public subscript(\(parameterText(syntax.parameters))) -> \(syntax.result.text) { \(accessorText) }")
  }

  // MARK: Thunks

  /// A function that reads its arguments, calls and gives the result; the call is made of the arguments' texts.
  private func calls(
    _ base: String, _ arguments: [(label: String, value: String)], variadic parameters: [ParameterSyntax],
    in context: Context, _ name: String, brackets: Bool = false, _ finish: (String) -> String
  ) -> String {
    func form(_ arguments: [(label: String, value: String)]) -> String {
      base + (brackets ? "[" : "(") + call(arguments) + (brackets ? "]" : ")")
    }
    guard let index = parameters.firstIndex(where: \.isVariadic) else { return finish(form(arguments)) }
    if arrayForms.contains(Self.form(name, parameters, array: true)) { return finish(form(arguments)) }
    // Swift cannot pass an array on to a variadic parameter: one call for each count.
    let cases = (0...6).map { count in
      let expanded = (0..<count).map { (label: $0 == 0 ? arguments[index].label : "", value: "rest[\($0)]") }
      let all = Array(arguments[..<index]) + expanded + Array(arguments[(index + 1)...])
      return "case \(count): \(finish(form(all)))"
    }
    return "let rest = try \(arguments[index].value); switch rest.count { \(cases.joined(separator: "; ")); "
      + "default: throw TooManyArguments(limit: 6) }"
  }

  private func call(_ arguments: [(label: String, value: String)]) -> String {
    arguments.map { $0.label + $0.value }.joined(separator: ", ")
  }

  private func update(_ context: Context, _ result: Passing, _ body: @escaping (String) -> String) -> (String) -> String {
    let type = types.entries[context.path]?.swiftName ?? context.path
    return { arguments in
      let inner = body(arguments)
      switch result {
      case .void:
        return "try call.update(0, as: \(type).self) { (value: inout \(type)) throws in \(inner) }; try call.finish()"
      default:
        return "try call.finish(call.update(0, as: \(type).self) { (value: inout \(type)) throws in \(inner) })"
      }
    }
  }

  private func operatorBody(
    _ name: String, _ function: FunctionSyntax, _ decl: Decl, _ result: Passing, in context: Context
  ) -> String {
    let values = function.parameters.enumerated().map { index, parameter in
      argument(index, .value, types.swift(parameter.type, in: context.path))
    }
    if let first = function.parameters.first, first.isInout, values.count == 2 {
      let type = types.swift(first.type, in: context.path)
      return "try call.update(0, as: \(type).self) { (value: inout \(type)) throws in try value \(name) \(values[1]) }; "
        + "try call.finish()"
    }
    if values.count == 1 { return finish(result, decl.has("postfix") ? "(\(values[0]))\(name)" : "\(name)(\(values[0]))") }
    return finish(result, "\(values[0]) \(name) \(values[1])")
  }

  private func finish(_ passing: Passing, _ call: String) -> String {
    switch passing {
    case .void, .value: "try call.finish(\(call))"
    case .existential, .optionalExistential: "try call.finishExistential(\(call))"
    case .existentials: "try call.finishExistentials(\(call))"
    case .function: "try call.finish(\(call))"
    case .tuple: "let result = try \(call); try call.finishTuple(result.0, result.1)"
    case .optionalTuple: "try call.finishOptionalTuple(\(call))"
    case .pairs: "try call.finishPairs(\(call).map { ($0.0, $0.1) })"
    }
  }

  private func selfText(_ context: Context) -> String {
    let type = types.entries[context.path]?.swiftName ?? context.path
    if context.isProtocolExtension { return "call.existential(0, as: (any \(type)).self)" }
    return "call.load(0, as: \(type).self)"
  }

  private func argument(_ index: Int, _ passing: Passing, _ type: String) -> String {
    switch passing {
    case .value, .void, .pairs: "call.load(\(index), as: (\(type)).self)"
    case .tuple, .optionalTuple: "call.pair(\(index))"
    case .existential: "call.existential(\(index), as: (\(type)).self)"
    case .optionalExistential: "call.optionalExistential(\(index))"
    case .existentials: "call.existentials(\(index), as: \(type.hasPrefix("[") ? String(type.dropFirst().dropLast()) : type).self)"
    case .function: "call.closure(\(index))"
    }
  }

  private func argumentTexts(
    _ parameters: [ParameterSyntax], _ passings: [Passing], from first: Int, in context: Context
  ) -> [(label: String, value: String)] {
    zip(parameters, passings).enumerated().map { index, pair in
      let parameter = pair.0
      var passing = pair.1
      var type = types.swift(parameter.type, in: context.path)
      if parameter.isVariadic {
        if case .existential = passing { passing = .existentials } else { type = "[\(type)]" }
      }
      let value = argument(first + index, passing, type)
      return (parameter.label.map { "\($0.text): " } ?? "", value)
    }
  }

  @discardableResult
  private mutating func thunk(_ body: String) -> Int {
    thunks.append("{ (call: NativeCall) throws in \(body) }")
    return thunks.count - 1
  }

  /// A declaration whose thunk comes next.
  private mutating func native(_ signature: String) { line("@native(\(thunks.count)) \(signature)") }

  // MARK: Texts

  private func check(_ parameters: [ParameterSyntax], _ name: String, in context: Context) -> [Passing]? {
    var result: [Passing] = []
    for parameter in parameters {
      guard let passing = types.passing(parameter.type, in: context.path) else { return nil }
      switch passing {
      case .void, .pairs: return nil
      default: result.append(passing)
      }
    }
    return result
  }

  private func parameterText(_ parameters: [ParameterSyntax]) -> String {
    parameters.map { parameter in
      let label = parameter.label.map { $0.text == parameter.name.text ? "" : "\($0.text) " } ?? "_ "
      let prefix = (parameter.isInout ? "inout " : "") + (parameter.isEscaping ? "@escaping " : "")
      return "\(label)\(parameter.name.text): \(prefix)\(parameter.type.text)\(parameter.isVariadic ? "..." : "")"
        + (parameter.defaultValue.map { " = \($0.range.text)" } ?? "")
    }.joined(separator: ", ")
  }

  private func throwsText(_ throwing: ThrowsSyntax) -> String {
    switch throwing {
    case .never: ""
    case .any, .typed: " throws"
    case .rethrowing: " rethrows"
    }
  }

  private func modifiers(_ decl: Decl) -> String {
    let kept = ["static", "class", "mutating", "prefix", "postfix"].filter { decl.has($0) }
    let attribute = ["discardableResult", "_disfavoredOverload"].filter { name in decl.attributes.contains { $0.name.text == name } }
      .map { "@\($0) " }.joined()
    return attribute + (["public"] + kept).joined(separator: " ") + " "
  }

  /// A generic declaration goes to cells as it is written.
  private mutating func carry(_ decl: Decl) {
    document(decl)
    var source = decl.range.text
    for word in ["@inlinable", "@usableFromInline"] {
      source = source.split(separator: word, omittingEmptySubsequences: false)
        .map { $0.first == "\n" || $0.first == " " ? String($0.drop { $0 == "\n" || $0 == " " }) : String($0) }
        .joined()
    }
    for row in source.split(separator: "\n", omittingEmptySubsequences: false) { line(String(row)) }
  }

  private mutating func omit(_ name: String, in context: Context, _ decl: Decl) {
    omitted.append("\(context.path.isEmpty ? "" : context.path + ".")\(name) (\(decl.range.file.name):\(decl.range.line))")
  }

  private mutating func document(_ decl: Decl) {
    guard let documentation = decl.documentation else { return }
    for row in documentation.split(separator: "\n", omittingEmptySubsequences: false) { line("/// \(row)".trimmedAtEnd) }
  }

  private mutating func indented(_ body: (inout Interface) -> Void) {
    indent += "  "
    body(&self)
    indent.removeLast(2)
  }

  private mutating func line(_ row: String) { text += row.isEmpty ? "\n" : "\(indent)\(row)\n" }

  /// Remembers which functions take an array where a variadic one of the same name takes elements.
  private mutating func note(_ decl: Decl, in path: String) {
    switch decl.kind {
    case .nominal(let nominal):
      for member in nominal.members { note(member, in: path.isEmpty ? nominal.name.text : "\(path).\(nominal.name.text)") }
    case .extensionDecl(let syntax): for member in syntax.members { note(member, in: syntax.extended.text) }
    case .function(let function): arrayForms.insert(Self.form("\(path).\(function.name.text)", function.parameters, array: false))
    case .initializer(let initializer): arrayForms.insert(Self.form("\(path).init", initializer.parameters, array: false))
    default: break
    }
  }

  private static func form(_ name: String, _ parameters: [ParameterSyntax], array: Bool) -> String {
    let texts = parameters.map { parameter in
      let label = parameter.label?.text ?? "_"
      if parameter.isVariadic { return "\(label): \(array ? "[\(parameter.type.text)]" : "\(parameter.type.text)...")" }
      return "\(label): \(parameter.type.text)"
    }
    return "\(name)(\(texts.joined(separator: ", ")))"
  }
}

extension [Stmt] {
  var declarations: [Decl] { compactMap { if case .declaration(let decl) = $0.kind { decl } else { nil } } }
}

extension Decl {
  var isPublic: Bool { has("public") || has("open") }
}

extension Pattern {
  var text: String { range.text }
}

extension ThrowsSyntax {
  var isThrowing: Bool { if case .never = self { false } else { true } }
}

extension Expr {
  /// The type that a literal has by itself.
  var literalType: String? {
    switch kind {
    case .integer: "Int"
    case .float: "Double"
    case .boolean: "Bool"
    case .string: "String"
    default: nil
    }
  }
}

extension String {
  var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
