/// A closure of the cell language that the host can call and keep.
package final class CellFunction {
  private let held: HeldValue
  package let parameterTypes: [RuntimeType]
  package let resultType: RuntimeType
  package let machine: Machine

  /// From a value of function type.
  package init(_ value: CellValue) throws {
    guard case .function(let type) = value.type.kind else {
      throw Trap.failedCast(from: value.type.name, to: "a function")
    }
    held = HeldValue(value)
    machine = value.machine
    parameterTypes = type.parameters.map { value.machine.types.runtimeType($0.type) }
    resultType = value.machine.types.runtimeType(type.result)
  }

  /// Calls with arguments that `fill` stores one by one; `read` sees the result, which is destroyed afterwards. An error of
  /// the cell language, a trap and an interrupt come out as Swift errors: let them pass through.
  package func call<Result>(
    _ fill: [(CellValue) throws -> Void], read: (CellValue) throws -> Result
  ) throws -> Result {
    guard fill.count == parameterTypes.count else {
      throw Trap.message("a function of \(parameterTypes.count) arguments was called with \(fill.count)")
    }
    return try machine.call(closure: held.value.words[0], parameterTypes, resultType, fill, read)
  }

  package func callAsFunction<each Argument: HostValue, Result: HostValue>(
    _ argument: repeat each Argument, as type: Result.Type = Result.self
  ) throws -> Result {
    var fill: [(CellValue) throws -> Void] = []
    for value in repeat each argument { fill.append { try value.store(to: $0) } }
    return try call(fill) { try Result.load(from: $0) }
  }
}

extension CellValue {
  /// Whether the dynamic type conforms to a protocol with this name.
  package func conforms(to proto: String) -> Bool {
    guard let decl = machine.protocolNamed(proto) else { return false }
    return Specialization.conforms(opened.type.type, to: decl)
  }

  /// Calls what meets a requirement of a protocol on the dynamic type. `self` is this value; for a mutating method the
  /// words are changed in place. Accessors have the property's name, with `setter` the one that writes.
  package func callRequirement<Result>(
    _ name: String, of proto: String, setter: Bool = false, _ fill: [(CellValue) throws -> Void] = [],
    read: (CellValue) throws -> Result
  ) throws -> Result {
    try machine.callRequirement(name, of: proto, setter: setter, on: self, fill, read)
  }
}
