package import Rendering

/// What runs cells, below the duties of a kernel: the cell language with its library, or a scripted double in tests.
///
/// `run` is called on one thread only. Completion, inspection and completeness may be asked from another thread
/// while a cell runs; they look at names and types and evaluate nothing.
package protocol Interpreter: AnyObject {
  /// Runs one cell to its end, its error or an interrupt; state that was made before an error is kept.
  func run(_ cell: CellSource, io: any CellIO) -> CellOutcome
  /// Evaluates one expression without a trace in the session's outputs, for `user_expressions`.
  func evaluate(_ expression: String, io: any CellIO) -> CellOutcome
  /// Candidates at a cursor, given as an offset in Unicode scalars.
  func complete(_ source: String, at cursor: Int) -> CompletionList
  /// What the name at a cursor is; nil where there is nothing to say. `detail` 1 adds the source.
  func inspect(_ source: String, at cursor: Int, detail: Int) -> MIMEBundle?
  /// Whether the text typed so far can run.
  func completeness(of source: String) -> Completeness
  /// Asks the running cell to stop within 100 ms with `CellOutcome.failed(.interrupted)`. Called from any thread, and
  /// only between the session's start and end of a cell. The request stands until `clearInterrupt`; `run` must not
  /// clear it at its start, or one that came a moment before would be lost.
  func interrupt()
  /// Forgets a request to stop. Called after each cell, so that one that came too late never stops the next cell.
  func clearInterrupt()
  /// The names that cells declared and that can still be seen, in the order of their declaration (`%who`).
  func names() -> [SessionName]
  /// Forgets all names (`%reset`).
  func reset()
}

/// One cell to run: its text and the number that diagnostics give as its place (`cell 3:7:5`).
package struct CellSource: Sendable {
  package var text: String
  package var number: Int

  package init(text: String, number: Int) {
    self.text = text
    self.number = number
  }
}

/// What a running cell can do to the outside.
package protocol CellIO: OutputSink {
  /// Asks the person for one line; nil at the end of the input. Throws `CellFailure.noInput` where no one can answer
  /// and `CellFailure.interrupted` where the wait was interrupted.
  func readLine(prompt: String, password: Bool) throws -> String?
}

/// How a cell ended.
package enum CellOutcome: Sendable {
  /// Ran to its end; the bundle of the last expression's value unless that is Void.
  case finished(MIMEBundle?)
  case failed(CellFailure)
}

/// An error of a cell as a front end shows it.
package struct CellFailure: Error, Sendable {
  /// The kind of error: `CompileError`, `RuntimeError`, `Interrupted`, or the type of a thrown Swift error.
  package var name: String
  /// The message without colour.
  package var message: String
  /// The lines to print, with ANSI colour.
  package var traceback: [String]

  package init(name: String, message: String, traceback: [String]) {
    self.name = name
    self.message = message
    self.traceback = traceback
  }
}

extension CellFailure {
  /// The cell was stopped on request.
  package static let interrupted = CellFailure(
    name: "Interrupted", message: "the cell was interrupted; everything done before it stopped is kept")

  /// The cell asked for a line where nobody can type one.
  package static let noInput = CellFailure(
    name: "InputError", message: "this front end cannot answer readLine(); run the cell where input can be typed")

  /// A failure whose traceback is its name and message.
  package init(name: String, message: String) {
    self.init(name: name, message: message, traceback: ["\u{1B}[1;31m\(name)\u{1B}[0m: \(message)"])
  }
}

/// One name that a session knows.
package struct SessionName: Sendable, Equatable {
  package enum Kind: Sendable, CaseIterable {
    case variable, function, type
  }

  package var kind: Kind
  package var name: String
  /// Its type as Swift writes it; of a function or a type its signature.
  package var type: String
  /// A short text of its value; empty for functions and types.
  package var value: String

  package init(kind: Kind = .variable, name: String, type: String, value: String = "") {
    self.kind = kind
    self.name = name
    self.type = type
    self.value = value
  }
}

/// The candidates at a cursor; offsets count Unicode scalars.
package struct CompletionList: Sendable {
  package var start: Int
  package var end: Int
  package var items: [Item]

  package struct Item: Sendable {
    package var text: String
    /// `function`, `method`, `property`, `class`, `struct`, `enum`, `protocol`, `keyword`, `variable`, `command`, `label`…
    package var kind: String
    package var signature: String

    package init(text: String, kind: String, signature: String) {
      self.text = text
      self.kind = kind
      self.signature = signature
    }
  }

  package init(start: Int, end: Int, items: [Item]) {
    self.start = start
    self.end = end
    self.items = items
  }
}

/// Whether a text can run as a cell.
package enum Completeness: Sendable, Equatable {
  case complete
  /// More is to come; `indent` is the white space to start the next line with.
  case incomplete(indent: String)
  case invalid
}
