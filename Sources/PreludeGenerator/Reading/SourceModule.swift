import Foundation
import Language

/// The sources of one of our modules, parsed for their declarations.
struct SourceModule {
  struct File {
    /// The first folder below the module's: a chunk of the output.
    var folder: String
    var statements: [Stmt]
  }

  var name: String
  var files: [File]

  /// Reads every Swift file below `Sources/<name>`, in the order of their paths, so that the output is the same everywhere.
  static func read(_ name: String, root: URL) throws -> SourceModule {
    let base = root.appending(path: "Sources/\(name)")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
      .filter { $0.hasSuffix(".swift") }.sorted()
    let files = try paths.map { path in
      let text = try String(contentsOf: base.appending(path: path), encoding: .utf8)
      let source = SourceFile(name: "\(name)/\(path)", cell: 0, text: text)
      let result = Parser.parse(source, mode: .interface)
      if result.hasErrors {
        throw GeneratorError(message: DiagnosticRenderer(hasColor: false).render(result.diagnostics))
      }
      let folder = path.contains("/") ? String(path.prefix { $0 != "/" }) : name
      return File(folder: name == folder ? name : name + folder, statements: result.statements)
    }
    return SourceModule(name: name, files: files)
  }
}

struct GeneratorError: Error, CustomStringConvertible {
  var message: String
  var description: String { message }
}
