/// The natives behind the library's `@intrinsic` names; those that are instructions stand in the compiler.
///
/// The tables are made once and never change, which is why they may be shared (`NativeFunction` is not `Sendable`, since a
/// host's functions hold what they like).
enum Intrinsics {
  nonisolated(unsafe) static let natives: [String: NativeFunction] = [
    ArrayNatives.table, DictionaryNatives.table, SetNatives.table, StringNatives.table, CharacterNatives.table,
    IntegerNatives.table, FloatingNatives.table, MathNatives.table, OutputNatives.table, ValueNatives.table,
    TrapNatives.table,
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }
}

extension NativeCall {
  /// The words of an argument.
  func words(_ index: Int) -> Words { argument(index).words }

  func stringResult(_ text: String) {
    frame[0] = StringObject.make(text, machine.knownTypes.string).reference
  }
}
