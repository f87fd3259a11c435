/// What `dump` writes: a value and what it holds, one a line.
struct Dump {
  private var text = ""
  private let machine: Machine
  private var objects: [Word: Int] = [:]

  init(machine: Machine) { self.machine = machine }

  private enum Child {
    case value(CellValue)
    /// What is no value of its own: the payload of a case, the part of an object that its superclass declares.
    case group(String, [(label: String?, child: Child)])
  }

  mutating func write(_ value: CellValue) throws {
    try write(.value(value), label: nil, indent: 0)
    flush()
  }

  private mutating func write(_ child: Child, label: String?, indent: Int) throws {
    guard indent < 120 else { return }
    try machine.stopIfAsked()
    switch child {
    case .group(let name, let parts): try write(name, label, parts, indent)
    case .value(let value):
      let value = value.opened
      if case .array = value.type.kind {
        // Of millions, one after the other.
        let elements = value.elements
        line(count(elements.count, "element"), label, indent, isLeaf: elements.isEmpty)
        for element in elements { try write(.value(element), label: nil, indent: indent + 2) }
      } else {
        let (head, children) = parts(of: value)
        try write(head, label, children, indent)
      }
    }
  }

  private mutating func write(
    _ head: String, _ label: String?, _ children: [(label: String?, child: Child)], _ indent: Int
  ) throws {
    let isTuple = head.isEmpty
    line(isTuple ? count(children.count, "element", parenthesized: true) : head, label, indent, isLeaf: children.isEmpty)
    for (label, child) in children { try write(child, label: label, indent: indent + 2) }
  }

  private mutating func line(_ head: String, _ label: String?, _ indent: Int, isLeaf: Bool) {
    text += String(repeating: " ", count: indent) + (isLeaf ? "- " : "▿ ") + (label.map { $0 + ": " } ?? "") + head + "\n"
    if text.utf8.count > 1 << 16 { flush() }
  }

  private mutating func flush() {
    machine.host.write(text, toStandardError: false)
    text = ""
  }

  private func count(_ number: Int, _ unit: String, parenthesized: Bool = false) -> String {
    let text = "\(number) \(unit)\(number == 1 ? "" : "s")"
    return parenthesized ? "(\(text))" : text
  }

  /// The first line of a value, empty for a tuple, and what stands below.
  private mutating func parts(of value: CellValue) -> (String, [(label: String?, child: Child)]) {
    let name = TypeNames.display(value.type.type, qualified: true)
    switch value.type.kind {
    case .structure:
      let isCustom =
        machine.custom(value.type, "CustomDebugStringConvertible", "debugDescription") != nil
        || machine.custom(value.type, "CustomStringConvertible", "description") != nil
      return (isCustom ? machine.describe(value, debug: true) : name, value.fields.map { ($0.name, .value($0.value)) })
    case .tuple: return ("", labelled(value.fields))
    case .classInstance: return object(value, name)
    case .dictionary:
      let entries = value.entries
      return (
        count(entries.count, "key/value pair"),
        entries.map { (nil, .group("", [("key", .value($0.key)), ("value", .value($0.value))])) }
      )
    case .set(let element):
      let members = machine.members(of: value, element)
      return (count(members.count, "member"), members.map { (nil, .value($0)) })
    case .optional:
      return (machine.describe(value, debug: true), value.unwrapped.map { [("some", .value($0))] } ?? [])
    case .enumeration(let cases):
      guard cases.indices.contains(value.words[0]) else { return (name, []) }
      let info = cases[value.words[0]]
      let head = name + "." + info.decl.name
      let words = machine.payload(of: info, value.words)
      let payload = info.payload.map { field in
        (name: field.name, value: CellValue(words: words + field.offset, type: field.type, machine: machine))
      }
      guard let first = payload.first else { return (head, []) }
      if payload.count == 1, first.name == nil { return (head, [(info.decl.name, .value(first.value))]) }
      return (head, [(info.decl.name, .group("", labelled(payload)))])
    default: return (machine.describe(value, debug: true), [])
    }
  }

  private func labelled(_ fields: [(name: String?, value: CellValue)]) -> [(label: String?, child: Child)] {
    fields.enumerated().map { ($1.name ?? ".\($0)", .value($1.value)) }
  }

  /// An object shows what its superclass declares apart, and its fields only the first time.
  private mutating func object(_ value: CellValue, _ name: String) -> (String, [(label: String?, child: Child)]) {
    guard let object = Object(reference: value.words[0]) else { return ("nil", []) }
    let reference = object.reference
    if let number = objects[reference] { return ("\(name) #\(number)", []) }
    let number = objects.count
    objects[reference] = number
    let dynamic = CellValue(words: value.words, type: object.runtimeType, machine: machine)
    let fields = dynamic.fields
    func level(_ type: RuntimeType, _ count: Int) -> [(label: String?, child: Child)] {
      guard let superclass = type.superclass else { return fields.prefix(count).map { ($0.name, .value($0.value)) } }
      let inherited = superclass.instanceFields.filter { $0.ownership == .strong }.count
      let above = Child.group(TypeNames.display(superclass.type, qualified: true), level(superclass, min(inherited, count)))
      return [("super", above)] + fields[min(inherited, count)..<count].map { ($0.name, .value($0.value)) }
    }
    return ("\(TypeNames.display(dynamic.type.type, qualified: true)) #\(number)", level(dynamic.type, fields.count))
  }
}
