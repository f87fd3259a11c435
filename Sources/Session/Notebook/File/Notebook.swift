package import Rendering

/// A notebook of format 4 (nbformat 4.0 to 4.5): cells with their outputs, and everything else in the file as it came.
package struct Notebook: Equatable, Sendable {
  package var cells: [Cell]
  /// The notebook's metadata: kernel, language, and what front ends keep there.
  package var metadata: JSON

  package init(cells: [Cell], metadata: JSON = .object([])) {
    self.cells = cells
    self.metadata = metadata
  }

  package struct Cell: Equatable, Sendable {
    package enum Kind: String, Sendable { case code, markdown, raw }

    package var id: String
    package var kind: Kind
    package var source: String
    package var metadata: JSON = .object([])
    /// Files that a Markdown cell carries, by name: objects from MIME type to content.
    package var attachments: JSON?
    package var executionCount: Int?
    package var outputs: [Output] = []

    package init(id: String, kind: Kind, source: String) {
      self.id = id
      self.kind = kind
      self.source = source
    }
  }

  /// One output of a code cell.
  package enum Output: Equatable, Sendable {
    case stream(OutputStream, String)
    case display(MIMEBundle)
    case result(MIMEBundle, count: Int?)
    case error(name: String, message: String, traceback: [String])

    /// The bundle of a display or a result.
    package var bundle: MIMEBundle? {
      switch self {
      case .display(let bundle), .result(let bundle, _): bundle
      case .stream, .error: nil
      }
    }
  }

  /// The code cells that hold anything.
  package var codeCells: [Cell] {
    cells.filter { $0.kind == .code && $0.source.contains { !$0.isWhitespace } }
  }
}
