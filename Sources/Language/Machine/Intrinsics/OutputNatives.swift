enum OutputNatives {
  nonisolated(unsafe) static let table: [String: Native] = [
    "output.print": Native { call in try print(call, debug: false, toStandardError: false) },
    "output.printError": Native { call in try print(call, debug: false, toStandardError: true) },
    "output.debugPrint": Native { call in try print(call, debug: true, toStandardError: false) },
    "output.dump": Native { call in
      let value = call.argument(call.argumentCount - 1)
      var out = ""
      dump(value, label: nil, indent: 0, to: &out, call.machine)
      call.machine.host.write(out, toStandardError: false)
      call.result.store(value)
    },
    "input.readLine": Native { call in
      let line = try call.machine.host.readLine(prompt: call.string(0), password: call.bool(1))
      guard let line else { return call.result.storeNil() }
      call.result.storeSome().store(call.bool(2) ? line : line + "\n")
    },
    "clock.sleep": Native { call in
      try sleep(Double(UInt32(truncatingIfNeeded: call.int(0))), call.machine)
      call.result.store(0)
    },
    "clock.usleep": Native { call in
      try sleep(Double(UInt32(truncatingIfNeeded: call.int(0))) / 1_000_000, call.machine)
      call.result.store(0)
    },
    "clock.seconds": Native { call in call.result.store(call.machine.host.now()) },
  ]

  private static func sleep(_ seconds: Double, _ machine: Machine) throws {
    machine.host.sleep(seconds: seconds, attention: machine.attention)
    if machine.attention.isAnyRaised, let fault = machine.attend() { throw fault }
  }

  private static func print(_ call: NativeCall, debug: Bool, toStandardError: Bool) throws {
    let separator = call.string(1)
    var out = ""
    for (index, item) in call.argument(0).elements.enumerated() {
      if index > 0 { out += separator }
      out += try call.machine.text(of: item, debug: debug)
    }
    out += call.string(2)
    call.machine.host.write(out, toStandardError: toStandardError)
  }

  private static func dump(_ value: CellValue, label: String?, indent: Int, to out: inout String, _ machine: Machine) {
    guard indent < 60 else { return }
    let opened = value.opened
    let margin = String(repeating: " ", count: indent)
    let name = label.map { $0 + ": " } ?? ""
    let fields: [(name: String?, value: CellValue)]
    let head: String
    switch opened.type.kind {
    case .structure, .classInstance:
      fields = opened.fields
      head = TypeNames.display(opened.type.type, qualified: true) + (opened.type.isClass ? " #0" : "")
    case .tuple:
      fields = opened.fields.enumerated().map { (".\($0)", $1.value) }
      head = "(\(fields.count) elements)"
    case .array:
      fields = opened.elements.map { (nil, $0) }
      head = "\(fields.count) element\(fields.count == 1 ? "" : "s")"
    default:
      fields = []
      head = machine.describe(opened, debug: true)
    }
    out += margin + (fields.isEmpty ? "- " : "▿ ") + name + head + "\n"
    for field in fields { dump(field.value, label: field.name, indent: indent + 2, to: &out, machine) }
  }
}
