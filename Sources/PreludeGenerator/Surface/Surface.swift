import Language

/// What cells see of our modules: the interface text, the thunks in its order, the types, and what was left out.
struct Surface {
  struct Chunk {
    var folder: String
    var interface: [String] = []
    var functions: [String] = []
  }

  var chunks: [Chunk] = []
  /// In the order declared.
  var types: [TypeIndex.Info] = []
  var omissions: [(name: String, reason: String)] = []
  var count = 0
}

/// Walks the declarations of the modules.
struct SurfaceBuilder {
  let index: TypeIndex
  var surface = Surface()

  static func build(_ modules: [SourceModule], _ index: TypeIndex) -> Surface {
    var builder = SurfaceBuilder(index: index)
    for module in modules {
      for file in module.files {
        if builder.surface.chunks.last?.folder != file.folder {
          builder.surface.chunks.append(Surface.Chunk(folder: file.folder))
        }
        for case .declaration(let declaration) in file.statements.map(\.kind) {
          let lines = builder.lines(declaration, Surroundings(module: module.name))
          let last = builder.surface.chunks.count - 1
          builder.surface.chunks[last].interface += lines
        }
      }
    }
    return builder.surface
  }

  // MARK: Bookkeeping

  mutating func omit(_ name: String, _ place: Surroundings, _ reason: String) {
    surface.omissions.append((([place.module] + place.path + [name]).joined(separator: "."), reason))
  }

  /// Takes a thunk in and gives its attribute.
  mutating func native(_ thunk: String) -> String {
    surface.chunks[surface.chunks.count - 1].functions.append(thunk)
    surface.count += 1
    return "@native(\(surface.count - 1))"
  }

  // MARK: Declarations

  /// The lines of a declaration; none where cells do not see it.
  mutating func lines(_ declaration: Decl, _ place: Surroundings, isImplicit: Bool = false) -> [String] {
    if declaration.attribute("available") || declaration.attributes.contains(where: { $0.name.text.hasPrefix("_spi") }) {
      return []
    }
    let isPublic = declaration.isPublic || isImplicit && !declaration.hasAccess
    switch declaration.kind {
    case .extensionDecl(let syntax): return lines(of: syntax, declaration, place)
    case .operatorDecl, .precedenceGroup: return [declaration.range.sourceText.trimmed]
    case .function where declaration.attribute("usableFromInline"): break
    default: guard isPublic else { return [] }
    }
    let documentation = Signature.documentation(of: declaration)
    let body: [String] = switch declaration.kind {
    case .nominal(let syntax): lines(of: syntax, declaration, place)
    case .function(let syntax): lines(of: syntax, declaration, place)
    case .initializer(let syntax): lines(of: syntax, declaration, place)
    case .variable(let syntax): lines(of: syntax, declaration, place)
    case .subscriptDecl(let syntax): lines(of: syntax, declaration, place)
    case .typeAlias(_, let generics, _):
      generics.isEmpty ? ["public " + Signature.text(of: declaration, until: nil)] : []
    default: []
    }
    return body.isEmpty ? [] : documentation + body
  }

  // MARK: Types

  private mutating func lines(of syntax: NominalSyntax, _ declaration: Decl, _ place: Surroundings) -> [String] {
    let path = place.path + [syntax.name.text]
    guard let info = index.types[path.joined(separator: ".")] else { return [] }
    var inner = place
    inner.path = path
    inner.generics.formUnion(syntax.generics.map(\.name.text))
    if info.kind == .protocolDecl { return protocolLines(syntax, declaration, inner) }
    if info.isGeneric { return genericLines(syntax, declaration, place) }
    if info.kind == .enumDecl, !info.isPlainEnum {
      omit(syntax.name.text, place, "an enum with payloads does not pass")
      return []
    }
    var members: [String] = []
    for member in syntax.members { members += memberLines(member, inner) }
    members += synthesized(syntax, inner, info)
    surface.types.append(info)
    var head = Signature.head(of: declaration) + " \(syntax.kind.rawValue) \(syntax.name.text)"
    if !info.isPlainEnum { head = "@native(\"\(info.name)\") " + head }
    return [head + inheritance(syntax.inherits, inner) + " {"] + members.map { "  " + $0 } + ["}"]
  }

  private mutating func memberLines(_ member: Decl, _ place: Surroundings) -> [String] {
    if case .enumCase = member.kind {
      return Signature.documentation(of: member) + [member.range.sourceText.reindented(to: "  ")]
    }
    // The base class has declared it, and the host dispatches.
    if member.has("override") { return [] }
    return lines(member, place)
  }

  /// `: P, Q` with the protocols and superclass that cells know.
  private func inheritance(_ inherits: [TypeExpr], _ place: Surroundings) -> String {
    let kept = inherits.filter { type in
      guard case .named(let components) = type.kind else { return false }
      let name = components.map(\.name.text)
      if let info = index.find(name, in: place.path.dropLast()) { return !info.isGeneric }
      let text = name.joined(separator: ".")
      return index.isKnownProtocol(text) || ["String", "Int"].contains(text)
    }
    return kept.isEmpty ? "" : ": " + kept.map(\.text).joined(separator: ", ")
  }

  /// What Swift writes for a type that is Equatable, Hashable or Comparable: cells cannot look inside.
  private mutating func synthesized(_ syntax: NominalSyntax, _ place: Surroundings, _ info: TypeIndex.Info) -> [String] {
    guard info.kind == .structDecl else { return [] }
    let names = Set(syntax.inherits.map(\.text))
    var operators = syntax.members.compactMap { member -> String? in
      if case .function(let function) = member.kind { function.name.text } else { nil }
    }
    var lines: [String] = []
    let type = info.swiftName
    if !names.isDisjoint(with: ["Equatable", "Hashable", "Comparable"]), !operators.contains("==") {
      operators.append("==")
      let attribute = native("try call.finish(call.load(0, as: \(type).self) == call.load(1, as: \(type).self))")
      lines.append("\(attribute) public static func == (lhs: \(info.name), rhs: \(info.name)) -> Bool")
    }
    if names.contains("Hashable") {
      let attribute = native("try call.finish(call.load(0, as: \(type).self).hashValue)")
      lines.append("\(attribute) var _hash: Int { get }")
      lines.append("public func hash(into hasher: inout Hasher) { hasher.combine(_hash) }")
    }
    return lines
  }

  private mutating func protocolLines(_ syntax: NominalSyntax, _ declaration: Decl, _ place: Surroundings) -> [String] {
    var members: [String] = []
    for member in syntax.members {
      if let reason = requirementReason(member, place) {
        omit(member.name, place, "requirement: " + reason)
        continue
      }
      let head = Signature.head(of: member)
      let text = Signature.text(of: member, until: nil).reindented(to: "  ")
      members += Signature.documentation(of: member) + [head.isEmpty ? text : head + " " + text]
    }
    let requirements = syntax.requirements.isEmpty ? "" : " " + whereClause(declaration)
    return ["public protocol \(syntax.name.text)" + inheritance(syntax.inherits, place) + requirements + " {"]
      + members.map { "  " + $0 } + ["}"]
  }

  private func whereClause(_ declaration: Decl) -> String {
    let text = declaration.range.sourceText
    guard let start = text.firstRange(of: "where ")?.lowerBound, let end = text.firstIndex(of: "{"), start < end else {
      return ""
    }
    return text[start..<end].trimmed
  }

  /// Why a cell could not meet a requirement.
  private func requirementReason(_ member: Decl, _ place: Surroundings) -> String? {
    var place = place
    place.generics.insert("Self")
    func reason(_ type: TypeExpr?) -> String? {
      guard let type else { return nil }
      if type.text == "Self" { return nil }
      return index.passing(type, in: place).reason
    }
    switch member.kind {
    case .function(let syntax):
      return syntax.parameters.lazy.compactMap { reason($0.type) }.first ?? reason(syntax.result)
    case .variable(let syntax): return reason(syntax.bindings.first?.type)
    default: return nil
    }
  }

  /// A generic type of which everything public can be inlined: carried as source.
  private mutating func genericLines(_ syntax: NominalSyntax, _ declaration: Decl, _ place: Surroundings) -> [String] {
    var inner = place
    inner.path.append(syntax.name.text)
    var members: [String] = []
    for member in syntax.members {
      if let text = inlinable(member) {
        members += Signature.documentation(of: member) + [text]
      } else if member.isPublic {
        omit(syntax.name.text, place, "'\(member.name)' of a generic type is not @inlinable")
        return []
      }
    }
    let head = Signature.head(of: declaration)
    let text = Signature.text(of: declaration, until: nil)
    let opening = text.prefix { $0 != "{" }.trimmed
    return [head + " " + opening + " {"] + members.map { "  " + $0 } + ["}"]
  }

  /// The source of a declaration that Swift inlines into its callers, and so may be read by them.
  private func inlinable(_ declaration: Decl) -> String? {
    let isStored = if case .variable(let syntax) = declaration.kind {
      syntax.bindings.allSatisfy(\.accessors.isEmpty)
    } else { false }
    let isReadable = declaration.attribute("inlinable") || declaration.attribute("usableFromInline")
      || isStored && declaration.isPublic
    if case .typeAlias = declaration.kind { return "public " + Signature.text(of: declaration, until: nil) }
    guard isReadable else { return nil }
    let head = Signature.head(of: declaration)
    let text = Signature.text(of: declaration, until: nil).reindented(to: "  ")
    return head.isEmpty ? text : head + " " + text
  }

  // MARK: Extensions

  private mutating func lines(of syntax: ExtensionSyntax, _ declaration: Decl, _ place: Surroundings) -> [String] {
    guard case .named(let components) = syntax.extended.kind else { return [] }
    let name = components.map(\.name.text)
    var inner = place
    inner.path = name
    if let info = index.find(name, in: []), info.isGeneric || info.kind == .enumDecl && !info.isPlainEnum { return [] }
    if let info = index.find(name, in: []) {
      inner.path = info.path
    } else if !isLibraryType(name) {
      return []
    }
    let isImplicit = declaration.isPublic
    var members: [String] = []
    if !syntax.requirements.isEmpty, index.find(name, in: [])?.kind != .protocolDecl {
      for member in syntax.members where member.isPublic || isImplicit {
        if let text = inlinable(member) {
          members += Signature.documentation(of: member) + [text]
        } else {
          omit(member.name, inner, "a constrained extension")
        }
      }
    } else {
      for member in syntax.members where !member.has("override") {
        members += lines(member, inner, isImplicit: isImplicit)
      }
    }
    let inherits = inheritance(syntax.inherits, Surroundings(module: place.module, path: name))
    guard !members.isEmpty || !inherits.isEmpty else { return [] }
    let requirements = syntax.requirements.isEmpty ? "" : " " + whereClause(declaration)
    return ["extension \(syntax.extended.text)" + inherits + requirements + " {"] + members.map { "  " + $0 } + ["}"]
  }

  /// A type of the standard library of cells that our modules extend.
  private func isLibraryType(_ name: [String]) -> Bool {
    name.count == 1
      && (index.hostTypes.contains(name[0])
        || ["Range", "ClosedRange", "PartialRangeFrom", "PartialRangeUpTo", "PartialRangeThrough", "Array", "Dictionary"]
          .contains(name[0]))
  }

  // MARK: Functions

  private func receiver(_ declaration: Decl, _ place: Surroundings, isMutating: Bool) -> Thunk.Receiver? {
    guard !place.path.isEmpty, !declaration.has("static"), !declaration.has("class") else { return Thunk.Receiver.none }
    let name = place.path.joined(separator: ".")
    guard let info = index.types[name] else {
      return index.hostTypes.contains(name) ? .value(name, isMutating: isMutating) : nil
    }
    if info.kind == .protocolDecl { return isMutating ? nil : .existential("any " + info.swiftName) }
    if info.isGeneric { return nil }
    return .value(info.swiftName, isMutating: isMutating && info.kind != .classDecl)
  }

  private func parameters(_ parameters: [ParameterSyntax], _ place: Surroundings) -> [Thunk.Parameter] {
    parameters.map {
      Thunk.Parameter(
        label: $0.label?.text, passing: index.passing($0.type, in: place), isInout: $0.isInout, isVariadic: $0.isVariadic)
    }
  }

  /// How generated Swift names the type around a static member.
  private func owner(_ place: Surroundings) -> String {
    index.types[place.path.joined(separator: ".")]?.swiftName ?? place.path.joined(separator: ".")
  }

  private mutating func lines(of syntax: FunctionSyntax, _ declaration: Decl, _ place: Surroundings) -> [String] {
    let name = syntax.name.text
    if let text = inlinable(declaration), !syntax.generics.isEmpty || !declaration.isPublic { return [text] }
    guard syntax.generics.isEmpty, syntax.requirements.isEmpty else {
      omit(name, place, "generic and not @inlinable")
      return []
    }
    guard let receiver = receiver(declaration, place, isMutating: declaration.has("mutating")) else {
      omit(name, place, "the type around it does not pass")
      return []
    }
    let result = syntax.result.map { index.passing($0, in: place) } ?? .void
    if syntax.result?.text == "Never" {
      omit(name, place, "it never returns")
      return []
    }
    let isRethrowing = if case .rethrowing = syntax.throwing { true } else { false }
    let isThrowing = if case .never = syntax.throwing { false } else { true }
    let isStatic = declaration.has("static") || declaration.has("class")
    let scope = place.path.isEmpty ? place.module : owner(place)
    let thunk = Thunk(
      receiver: receiver, parameters: parameters(syntax.parameters, place), result: result,
      isThrowing: isThrowing || isRethrowing
    ) { receiver, arguments in
      if syntax.isOperator {
        // An operator's operands carry no `&`.
        let operands = arguments.map { $0.hasPrefix("&") ? String($0.dropFirst()) : $0 }
        if operands.count == 2 { return "\(operands[0]) \(name) \(operands[1])" }
        return declaration.has("postfix") ? "\(operands[0])\(name)" : "\(name)\(operands.first ?? "")"
      }
      let list = "(" + arguments.joined(separator: ", ") + ")"
      if !receiver.isEmpty { return receiver + "." + Self.member(name) + list }
      return scope + "." + (isStatic ? Self.member(name) : name) + list
    }
    return finish(thunk, declaration, place, name) { attribute in
      let text = Signature.withoutOpaque(
        Signature.text(of: declaration, until: syntax.bodyRange), syntax.parameters)
      return [attribute + " " + Signature.head(of: declaration, adding: declaration.isPublic ? nil : "public") + " "
        + text.reindented(to: "  ")]
    }
  }

  private static func member(_ name: String) -> String {
    ["init", "self", "Type", "where", "default", "in", "is", "as", "repeat", "for", "if"].contains(name) ? "`\(name)`" : name
  }

  private mutating func finish(
    _ thunk: Thunk, _ declaration: Decl, _ place: Surroundings, _ name: String, _ lines: (String) -> [String]
  ) -> [String] {
    let (text, reason) = thunk.write()
    guard let text else {
      omit(name, place, reason ?? "")
      return []
    }
    return lines(native(text))
  }

  private mutating func lines(of syntax: InitializerSyntax, _ declaration: Decl, _ place: Surroundings) -> [String] {
    let labels = "init(" + syntax.parameters.map { ($0.label?.text ?? "_") + ":" }.joined() + ")"
    guard syntax.generics.isEmpty else {
      omit(labels, place, "generic and not @inlinable")
      return []
    }
    guard let info = index.types[place.path.joined(separator: ".")], info.kind != .protocolDecl else {
      omit(labels, place, "the type around it is not ours")
      return []
    }
    let isThrowing = if case .never = syntax.throwing { false } else { true }
    let thunk = Thunk(
      receiver: .none, parameters: parameters(syntax.parameters, place),
      result: .value(info.swiftName + (syntax.isFailable ? "?" : "")), isThrowing: isThrowing
    ) { _, arguments in info.swiftName + "(" + arguments.joined(separator: ", ") + ")" }
    return finish(thunk, declaration, place, labels) { attribute in
      let text = Signature.withoutOpaque(
        Signature.text(of: declaration, until: syntax.bodyRange), syntax.parameters)
      return [attribute + " " + Signature.head(of: declaration, adding: declaration.isPublic ? nil : "public") + " "
        + text.reindented(to: "  ")]
    }
  }

  // MARK: Properties and subscripts

  private mutating func lines(of syntax: VariableSyntax, _ declaration: Decl, _ place: Surroundings) -> [String] {
    guard syntax.bindings.count == 1, let binding = syntax.bindings.first, case .name(let name) = binding.pattern.kind else {
      omit("let", place, "several bindings in one declaration")
      return []
    }
    guard let type = binding.type?.text ?? literalType(binding.value) else {
      omit(name.text, place, "its type is not written")
      return []
    }
    let passing = binding.type.map { index.passing($0, in: place) } ?? .value(type)
    let isStored = binding.accessors.allSatisfy { $0.kind == .willSet || $0.kind == .didSet }
    let setter = binding.accessors.first { $0.kind == .set }
    let isPrivate = declaration.modifiers.contains { $0.detail == "set" }
    let isSettable = !syntax.isLet && !isPrivate && (isStored || setter != nil)
    let isNonmutating = setter?.isNonmutating ?? false
    let isThrowing = binding.accessors.contains { $0.kind == .get && $0.isThrowing }
    let scope = place.path.isEmpty ? place.module : owner(place)
    let member = Self.member(name.text)
    let read: (String, [String]) -> String = { receiver, _ in (receiver.isEmpty ? scope : receiver) + "." + member }
    guard let reader = receiver(declaration, place, isMutating: false) else {
      omit(name.text, place, "the type around it does not pass")
      return []
    }
    let getter = Thunk(receiver: reader, parameters: [], result: passing, isThrowing: isThrowing, call: read)
    let (getText, reason) = getter.write()
    guard let getText else {
      omit(name.text, place, reason ?? "")
      return []
    }
    var head = Signature.head(of: declaration, adding: declaration.isPublic ? nil : "public") + " var \(name.text): \(type)"
    if let opaque = binding.type?.text, opaque.contains("some ") { head = head.replacing("some ", with: "any ") }
    let get = native(getText)
    guard isSettable, let writer = receiver(declaration, place, isMutating: !isNonmutating),
      let setText = Thunk(
        receiver: writer, parameters: [Thunk.Parameter(label: nil, passing: passing)], result: .void, isThrowing: false,
        call: { receiver, arguments in
          (receiver.isEmpty ? scope : receiver) + "." + member + " = " + (arguments.first ?? "")
        }
      ).write().text
    else { return ["\(get) \(head) { get }"] }
    let set = native(setText)
    return ["\(head) { \(get) get \(set)\(isNonmutating ? " nonmutating" : "") set }"]
  }

  /// The type of a literal, or of a call of an initialiser.
  private func literalType(_ value: Expr?) -> String? {
    switch value?.kind {
    case .integer: return "Int"
    case .float: return "Double"
    case .boolean: return "Bool"
    case .string: return "String"
    case .prefix(_, let inner): return literalType(inner)
    case .call(let callee, _, _):
      guard case .name(let name, let generics, nil) = callee.kind, generics.isEmpty, name.text.first?.isUppercase == true
      else { return nil }
      return index.find([name.text], in: []) == nil ? nil : name.text
    default: return nil
    }
  }

  private mutating func lines(of syntax: SubscriptSyntax, _ declaration: Decl, _ place: Surroundings) -> [String] {
    guard syntax.generics.isEmpty, syntax.requirements.isEmpty else {
      omit("subscript", place, "generic and not @inlinable")
      return []
    }
    let setter = syntax.accessors.first { $0.kind == .set }
    let passing = index.passing(syntax.result, in: place)
    let given = parameters(syntax.parameters, place)
    guard let reader = receiver(declaration, place, isMutating: false) else {
      omit("subscript", place, "the type around it does not pass")
      return []
    }
    let (getText, reason) = Thunk(receiver: reader, parameters: given, result: passing, isThrowing: false) {
      "\($0)[\($1.joined(separator: ", "))]"
    }.write()
    guard let getText else {
      omit("subscript", place, reason ?? "")
      return []
    }
    let head = Signature.head(of: declaration, adding: declaration.isPublic ? nil : "public") + " "
      + Signature.withoutOpaque(Signature.text(of: declaration, until: syntax.accessorsRange), syntax.parameters)
        .reindented(to: "  ")
    let get = native(getText)
    let isNonmutating = setter?.isNonmutating ?? false
    guard setter != nil, let writer = receiver(declaration, place, isMutating: !isNonmutating),
      let setText = Thunk(
        receiver: writer, parameters: given + [Thunk.Parameter(label: nil, passing: passing)], result: .void,
        isThrowing: false, call: { "\($0)[\($1.dropLast().joined(separator: ", "))] = \($1.last ?? "")" }
      ).write().text
    else { return ["\(get) \(head) { get }"] }
    let set = native(setText)
    return ["\(head) { \(get) get \(set)\(isNonmutating ? " nonmutating" : "") set }"]
  }
}

extension Decl {
  /// The name that a report gives.
  var name: String {
    switch kind {
    case .function(let syntax): syntax.name.text
    case .initializer: "init"
    case .subscriptDecl: "subscript"
    case .nominal(let syntax): syntax.name.text
    case .variable(let syntax): syntax.bindings.first.map { $0.pattern.range.sourceText } ?? "var"
    default: "declaration"
    }
  }
}
