/// The natives behind the library's `@intrinsic` names; those that are instructions stand in the compiler.
///
/// The tables are made once and never change, which is why they may be shared (`NativeFunction` is not `Sendable`, since a
/// host's functions hold what they like).
enum Intrinsics {
  nonisolated(unsafe) static let natives: [String: Native] = [
    ArrayNatives.table, DictionaryNatives.table, SetNatives.table, StringNatives.table, CharacterNatives.table,
    IntegerNatives.table, FloatingNatives.table, MathNatives.table, OutputNatives.table, ValueNatives.table,
    TrapNatives.table,
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }
}

/// A native function where tables hold it: in a dictionary by itself it would be wrapped in a function for any types.
struct Native {
  let function: NativeFunction

  init(_ function: @escaping NativeFunction) { self.function = function }
}

extension NativeCall {
  /// The words of an argument.
  func words(_ index: Int) -> Words { argument(index).words }

  func stringResult(_ text: String) {
    frame[0] = StringObject.make(text, machine.stringRecord).reference
  }
}
