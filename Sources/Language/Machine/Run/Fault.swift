/// Why a program stops. Thrown by natives; inside the loop a fault is a value and not a Swift error.
package enum MachineFault: Error {
  case trap(Trap)
  /// A Swift error of the cell language is on its way; the machine holds it.
  case thrown
  case interrupted

  /// What came out of a call that cannot throw an error of the cell language.
  init(stopping error: any Error) {
    switch error {
    case let fault as MachineFault: self = fault
    case let trap as Trap: self = .trap(trap)
    default: self = .trap(.message("\(error)"))
    }
  }
}

/// The sentences of run-time errors, worded as Swift's where it has one.
package enum Trap: Error, Equatable {
  case integerOverflow(String, type: IntegerKind)
  case resultOverflow(operation: String, value: Int, type: IntegerKind)
  case divisionByZero
  case divisionOverflow
  case remainderByZero
  case remainderOverflow
  case indexOutOfRange(Int, count: Int)
  case unexpectedNil
  case unexpectedNilImplicit
  case rangeBounds
  case doesNotFit(value: String, type: IntegerKind)
  case negativeValue(String, type: IntegerKind)
  case floatingDoesNotFit(Double, type: String)
  case failedCast(from: String, to: String)
  case duplicateKeys
  case stackOverflow(depth: Int)
  case nestedTooDeep
  case memoryLimit(Int)
  case processMemory(Int)
  case addressSpace(Int)
  case systemMemory(bytes: Int)
  case unownedGone
  case simultaneousAccess
  case unreachable
  case usedBeforeInitialization(String)
  case tryFailed(String)
  case typeNesting(String)
  case unsupported(String)
  case message(String)

  package var message: String {
    switch self {
    case .integerOverflow(let operation, let type): "Arithmetic overflow: \(operation) does not fit in \(type.name)"
    case .resultOverflow(let operation, let value, let type):
      "Arithmetic overflow: \(operation) gives \(value), which does not fit in \(type.name) (\(type.bounds))"
    case .divisionByZero: "Division by zero"
    case .divisionOverflow: "Division results in overflow"
    case .remainderByZero: "Division by zero in remainder operation"
    case .remainderOverflow: "Division results in overflow in remainder operation"
    case .indexOutOfRange(let index, let count): Self.outOfRange(index, count)
    case .unexpectedNil: "Unexpectedly found nil while unwrapping an Optional value\(Self.nilHint)"
    case .unexpectedNilImplicit: "Unexpectedly found nil while implicitly unwrapping an Optional value\(Self.nilHint)"
    case .rangeBounds: "Range requires lowerBound <= upperBound"
    case .doesNotFit(let value, let type):
      "Not enough bits to represent the passed value: \(value) does not fit in \(type.name) (\(type.bounds))"
    case .negativeValue(let value, let type):
      "Negative value is not representable: \(value) does not fit in \(type.name) (\(type.bounds))"
    case .floatingDoesNotFit(let value, let type):
      "Double value cannot be converted to \(type) because \(Self.reason(value, type)): \(value)"
    case .failedCast(let from, let to): "Could not cast value of type '\(from)' to '\(to)'"
    case .duplicateKeys: "Dictionary literal contains duplicate keys"
    case .stackOverflow(let depth): "Stack overflow: \(depth) calls are nested. Does a function call itself without end?"
    case .nestedTooDeep: "Stack overflow: too many calls from the library back into a cell"
    case .memoryLimit(let bytes): "Out of memory: the session may use \(bytes >> 20) MB"
    case .processMemory(let bytes):
      "Out of memory: the process has used \(bytes >> 20) MB, nearly all that there is"
    case .addressSpace(let bytes):
      "Out of memory: the process has used \(bytes >> 20) MB of address space, nearly all that `ulimit -v` gives it"
    case .systemMemory(let bytes): "Out of memory: the system refuses another \(max(bytes >> 10, 1)) KB"
    case .unownedGone: "Attempted to read an unowned reference but object was already destroyed"
    case .simultaneousAccess:
      "Simultaneous accesses: a value is used while a call that changes it is going on; copy it before, or change it after"
    case .unreachable: "Unreachable code was reached"
    case .usedBeforeInitialization(let name):
      "'\(name)' was used before it had a value: its declaration has not run"
    case .tryFailed(let error): "'try!' expression unexpectedly raised an error: \(error)"
    case .typeNesting(let type): "types nested without end: \(type)"
    case .unsupported(let what): "\(what) is not supported in cells yet"
    case .message(let text): text
    }
  }

  private static let nilHint = "; look before with `if let`, or give a value in its place with `??`"

  private static func reason(_ value: Double, _ type: String) -> String {
    if !value.isFinite { return "it is either infinite or NaN" }
    return value < 0 ? "the result would be less than \(type).min" : "the result would be greater than \(type).max"
  }

  /// What is said of an index of an array.
  private static func outOfRange(_ index: Int, _ count: Int) -> String {
    if count == 0 { return "Index out of range: \(index), and the array is empty" }
    let hint = index < 0 ? "; the last element is `.last`" : ""
    return "Index out of range: \(index) is not in 0..<\(count), the indices of the array\(hint)"
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
    /// Nil for the statements of a cell.
    package var function: String?
    /// What was being evaluated.
    package var range: SourceRange
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
