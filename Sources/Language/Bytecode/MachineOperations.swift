/// The operations that `@intrinsic` can name.
package enum MachineOperations {
  /// Those that the compiler turns into instructions; all others are natives.
  private static let instructions: Set<String> = [
    "bool.identity", "bool.equal", "bool.not", "string.identity", "string.append", "string.appendCharacter", "string.fromCharacter",
    "array.identity", "optional.isNone", "type.dynamic",
    "trap.fatalError", "trap.precondition", "trap.preconditionFailure", "trap.assert", "trap.assertionFailure",
    "integer.identity", "integer.min", "integer.max", "integer.bitWidth", "integer.add", "integer.subtract",
    "integer.multiply", "integer.divide", "integer.remainder", "integer.addWrapping", "integer.subtractWrapping",
    "integer.multiplyWrapping", "integer.and", "integer.or", "integer.xor", "integer.not", "integer.negate",
    "integer.shiftLeft", "integer.shiftRight", "integer.equal", "integer.notEqual", "integer.less", "integer.lessEqual",
    "integer.greater", "integer.greaterEqual", "floating.identity", "floating.fromInt", "floating.convert", "floating.add",
    "floating.subtract", "floating.multiply", "floating.divide", "floating.negate", "floating.equal", "floating.notEqual",
    "floating.less", "floating.lessEqual", "floating.greater", "floating.greaterEqual",
  ]

  package static func isKnown(_ name: String) -> Bool { 
    instructions.contains(name) || TextOperation.byIntrinsic[name] != nil || Intrinsics.natives[name] != nil
  }
}
