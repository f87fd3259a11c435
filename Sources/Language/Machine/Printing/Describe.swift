/// Values as text, exactly as Swift prints them.
extension Machine {
  /// What `print` writes; with `debug` what `debugPrint` writes, which is also how things look within others.
  ///
  /// - Parameters:
  ///   - limit: About as many bytes are enough; of a longer text the start is made, and what is left out said.
  ///   - runsCode: Whether types say themselves what they look like, by code of cells, which belongs to the cells' thread.
  package func describe(
    _ value: CellValue, debug: Bool = false, limit: Int = .max, runsCode: Bool = true
  ) -> String {
    do { return try text(of: value, debug: debug, limit: limit, runsCode: runsCode) } catch MachineFault.interrupted {
      // The cell's own end is not for this function to say.
      attention.raise(.interrupt)
      return "(interrupted)"
    } catch {
      return "(a value whose description failed)"
    }
  }

  /// The same; an error of the value's own `description` comes out.
  package func text(
    of value: CellValue, debug: Bool = false, limit: Int = .max, runsCode: Bool = true
  ) throws -> String {
    var out = Description(limit: limit, runsCode: runsCode)
    try write(value, debug: debug, to: &out, depth: 0)
    return out.text
  }

  /// A text under way.
  private struct Description {
    private(set) var text = ""
    let limit: Int
    let runsCode: Bool

    init(limit: Int, runsCode: Bool) { (self.limit, self.runsCode) = (limit, runsCode) }

    var isFull: Bool { text.utf8.count > limit }

    static func += (description: inout Description, more: String) { description.text += more }
  }

  private func write(_ value: CellValue, debug: Bool, to out: inout Description, depth: Int) throws {
    guard depth < 400, !out.isFull else {
      out += "…"
      return
    }
    try stopIfAsked()
    let type = value.type
    let words = value.words
    switch type.kind {
    case .integer(let kind): out += kind.text(words[0])
    case .double: out += value.double.description
    case .float: out += value.float.description
    case .bool: out += value.bool ? "true" : "false"
    case .character:
      let character = characters.character(words[0])
      out += debug ? character.debugDescription : String(character)
    case .string:
      let text = StringObject.text(words[0])
      if debug { try quote(text, to: &out) } else { out += text }
    case .substring:
      let text = SubstringObject.text(words[0])
      out += debug ? text.debugDescription : String(text)
    case .opaque: out += type.name
    case .array:
      out += "["
      let elements = value.elements
      for (index, element) in elements.enumerated() {
        if index > 0 { out += ", " }
        if out.isFull {
          out += "… \(elements.count) elements"
          break
        }
        try write(element, debug: true, to: &out, depth: depth + 1)
      }
      out += "]"
    case .dictionary:
      let entries = value.entries
      if entries.isEmpty { out += "[:]"; return }
      out += "["
      for (index, entry) in entries.enumerated() {
        if index > 0 { out += ", " }
        if out.isFull {
          out += "… \(entries.count) entries"
          break
        }
        try write(entry.key, debug: true, to: &out, depth: depth + 1)
        out += ": "
        try write(entry.value, debug: true, to: &out, depth: depth + 1)
      }
      out += "]"
    case .set(let element):
      if debug { out += "Set(" }
      out += "["
      let members = members(of: value, element)
      for (index, member) in members.enumerated() {
        if index > 0 { out += ", " }
        if out.isFull {
          out += "… \(members.count) members"
          break
        }
        try write(member, debug: true, to: &out, depth: depth + 1)
      }
      out += debug ? "])" : "]"
    case .optional:
      guard let payload = value.unwrapped else {
        out += "nil"
        return
      }
      out += "Optional("
      try write(payload, debug: true, to: &out, depth: depth + 1)
      out += ")"
    case .tuple(let fields):
      if fields.isEmpty { out += "()"; return }
      try writeFields(fields, words, to: &out, depth)
    case .existential:
      let opened = value.opened
      if case .existential = opened.type.kind { out += "nil"; return }
      try write(opened, debug: debug, to: &out, depth: depth)
    case .function: out += "(Function)"
    case .metatype:
      if let pointer = TypePointer(bitPattern: words[0]) {
        out += TypeNames.display(types[pointer].type, qualified: debug)
      }
    case .native(let host):
      guard let object = Object(reference: words[0]) else { return }
      let native = NativeObject.value(object)
      out += debug ? host.debugDescribe(native) : host.describe(native)
    case .structure(let fields):
      if out.runsCode, let own = try customText(value, debug: debug) { out += own; return }
      out += TypeNames.display(type.type, qualified: debug)
      try writeFields(fields, words, to: &out, depth)
    case .enumeration(let cases):
      if out.runsCode, let own = try customText(value, debug: debug) { out += own; return }
      guard cases.indices.contains(words[0]) else { return }
      let info = cases[words[0]]
      if debug { out += TypeNames.display(type.type, qualified: true) + "." }
      out += info.decl.name
      if info.payload.isEmpty { return }
      try writeFields(info.payload, payload(of: info, words), to: &out, depth)
    case .classInstance:
      guard let object = Object(reference: words[0]) else { out += "nil"; return }
      let dynamic = CellValue(words: words, type: object.runtimeType, machine: self)
      if out.runsCode, let own = try customText(dynamic, debug: debug) { out += own; return }
      out += TypeNames.display(dynamic.type.type, qualified: true)
    case .box, .weakCell, .tupleBox, .closure: out += "(internal)"
    }
  }

  /// The members of a set.
  func members(of value: CellValue, _ element: RuntimeType) -> [CellValue] {
    guard let table = Object(reference: value.words[0]) else { return [] }
    let shape = hashShape(value.type)
    var members: [CellValue] = []
    var number = 0
    while let live = DictionaryObject.nextEntry(table, from: number, shape) {
      members.append(CellValue(words: DictionaryObject.entry(table, live, shape.stride) + 1, type: element, machine: self))
      number = live + 1
    }
    return members
  }

  /// As `debugDescription`; of a text so long that this takes seconds, in steps between which an interrupt is seen.
  private func quote(_ text: String, to out: inout Description) throws {
    if text.utf8.count < 1 << 20 { return out += text.debugDescription }
    out += "\""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index & 0xFFFF == 0 {
        try stopIfAsked()
        if out.isFull { return out += "… \(text.utf8.count) bytes" }
      }
      out += scalar.escaped(asASCII: false)
    }
    out += "\""
  }

  func payload(of info: RuntimeType.Case, _ words: Words) -> Words {
    info.isBoxed ? Object(reference: words[1])?.payload ?? words : words + 1
  }

  private func writeFields(_ fields: [RuntimeType.Field], _ words: Words, to out: inout Description, _ depth: Int) throws {
    out += "("
    for (index, field) in fields.enumerated() {
      if index > 0 { out += ", " }
      if let name = field.name { out += name + ": " }
      if field.ownership != .strong {
        let target = WeakCell.load(words[field.offset])
        defer { release(target) }
        try withUnsafeTemporaryAllocation(of: Word.self, capacity: 2) { buffer in
          buffer[0] = target
          buffer[1] = 0
          guard let base = buffer.baseAddress else { return }
          try write(CellValue(words: base, type: field.type, machine: self), debug: true, to: &out, depth: depth + 1)
        }
        continue
      }
      try write(
        CellValue(words: words + field.offset, type: field.type, machine: self), debug: true, to: &out, depth: depth + 1)
    }
    out += ")"
  }

  /// The type's own description, if it has one.
  private func customText(_ value: CellValue, debug: Bool) throws -> String? {
    let order =
      debug
      ? [("CustomDebugStringConvertible", "debugDescription"), ("CustomStringConvertible", "description")]
      : [("CustomStringConvertible", "description"), ("CustomDebugStringConvertible", "debugDescription")]
    for (proto, requirement) in order {
      guard let entry = custom(value.type, proto, requirement) else { continue }
      let instance = entry.pointee.instance
      return try call(
        instance,
        prepare: { frame in
          (frame + instance.resultType.layout.words).update(from: value.words, count: value.type.layout.words)
        }, finish: { $0.string })
    }
    return nil
  }

  /// What meets a requirement of one of the library's protocols on a type; nil where the type does not conform.
  func custom(_ type: RuntimeType, _ proto: String, _ requirement: String) -> EntryPointer? {
    let key = proto + "." + requirement
    if let known = type.customs[key] { return known }
    var found: EntryPointer?
    if let decl = protocolNamed(proto), Specialization.conforms(type.type, to: decl),
      let function = Self.requirement(requirement, in: decl, setter: false),
      let witness = Specialization.witness(FunctionRef(function), selfType: type.type)
    {
      // An override in a subclass comes first.
      found = instance(of: type.isClass ? override(of: witness.decl, in: type) ?? witness : witness).entry
    }
    type.customs[key] = .some(found)
    return found
  }

  private func override(of decl: FunctionDecl, in type: RuntimeType) -> FunctionRef? {
    guard decl.parent?.isClass == true, !decl.isStatic else { return nil }
    return method(selector(of: decl), of: type.pointer).pointee.instance.reference
  }
}
