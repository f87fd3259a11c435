enum OutputNatives {
  nonisolated(unsafe) static let table: [String: Native] = [
    "output.print": Native { call in try print(call, debug: false, toStandardError: false) },
    "output.printError": Native { call in try print(call, debug: false, toStandardError: true) },
    "output.debugPrint": Native { call in try print(call, debug: true, toStandardError: false) },
    "output.dump": Native { call in
      let value = call.argument(call.argumentCount - 1)
      var dump = Dump(machine: call.machine)
      try dump.write(value)
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
}
