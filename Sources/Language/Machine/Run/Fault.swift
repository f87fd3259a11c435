/// Why a program stops. Thrown by natives; inside the loop a fault is a value and not a Swift error.
package enum MachineFault: Error {
  case trap(Trap)
  /// A Swift error of the cell language is on its way; the machine holds it.
  case thrown
  case interrupted
}

/// The sentences of run-time errors, worded as Swift's where it has one.
package enum Trap: Error, Equatable {
  case integerOverflow(String)
  case divisionByZero
  case divisionOverflow
  case remainderByZero
  case remainderOverflow
  case indexOutOfRange
  case negativeIndex
  case unexpectedNil
  case unexpectedNilImplicit
  case rangeBounds
  case conversion(value: String, type: String)
  case notFinite(value: String, type: String)
  case failedCast(from: String, to: String)
  case duplicateKeys
  case stackOverflow(depth: Int)
  case nestedTooDeep
  case memoryLimit(Int)
  case processMemory(Int)
  case systemMemory(bytes: Int)
  case unownedGone
  case unreachable
  case usedBeforeInitialization(String)
  case tryFailed(String)
  case typeNesting(String)
  case unsupported(String)
  case message(String)

  package var message: String {
    switch self {
    case .integerOverflow(let operation): "Fatal error: arithmetic overflow in \(operation)"
    case .divisionByZero: "Fatal error: Division by zero"
    case .divisionOverflow: "Fatal error: Division results in overflow"
    case .remainderByZero: "Fatal error: Division by zero in remainder operation"
    case .remainderOverflow: "Fatal error: Division results in overflow in remainder operation"
    case .indexOutOfRange: "Fatal error: Index out of range"
    case .negativeIndex: "Fatal error: Negative Array index is out of range"
    case .unexpectedNil: "Fatal error: Unexpectedly found nil while unwrapping an Optional value"
    case .unexpectedNilImplicit: "Fatal error: Unexpectedly found nil while implicitly unwrapping an Optional value"
    case .rangeBounds: "Fatal error: Range requires lowerBound <= upperBound"
    case .conversion(let value, let type):
      "Fatal error: \(value) does not fit in \(type): the result would be less than \(type).min or greater than \(type).max"
    case .notFinite(let value, let type):
      "Fatal error: Double value cannot be converted to \(type) because it is \(value)"
    case .failedCast(let from, let to): "Fatal error: Could not cast value of type '\(from)' to '\(to)'"
    case .duplicateKeys: "Fatal error: Dictionary literal contains duplicate keys"
    case .stackOverflow(let depth): "Fatal error: Stack overflow: \(depth) calls are nested. Does a function call itself without end?"
    case .nestedTooDeep: "Fatal error: Stack overflow: too many calls from the library back into a cell"
    case .memoryLimit(let bytes): "Fatal error: Out of memory: the session may use \(bytes >> 20) MB"
    case .processMemory(let bytes):
      "Fatal error: Out of memory: the process has used \(bytes >> 20) MB, nearly all that there is"
    case .systemMemory(let bytes): "Fatal error: Out of memory: the system refuses another \(max(bytes >> 10, 1)) KB"
    case .unownedGone: "Fatal error: Attempted to read an unowned reference but object was already destroyed"
    case .unreachable: "Fatal error: Unreachable code was reached"
    case .usedBeforeInitialization(let name):
      "Fatal error: '\(name)' was used before it had a value: its declaration has not run"
    case .tryFailed(let error): "Fatal error: 'try!' expression unexpectedly raised an error: \(error)"
    case .typeNesting(let type): "Fatal error: types nested without end: \(type)"
    case .unsupported(let what): "\(what) is not supported in cells yet"
    case .message(let text): text
    }
  }
}

/// How a run ended badly, for the person at the notebook.
package struct RuntimeFailure: Error {
  package enum Kind: Equatable {
    case trap
    /// The type of the error.
    case uncaught(String)
    case interrupted
  }

  /// A call that was going on.
  package struct Call: Equatable {
    package var function: String
    /// What `SourceFile.name` says: `cell 3`.
    package var file: String
    package var cell: Int
    package var line: Int
    /// The line itself, without its indent.
    package var source: String
  }

  package var kind: Kind
  package var message: String
  /// Innermost first.
  package var calls: [Call] = []
  /// The number of calls that were going on between those and the outermost ones.
  package var omittedCalls = 0
  package var outermostCalls: [Call] = []
}

extension String {
  /// Without white space around it.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
