import Foundation
import Testing

/// The programs that the front end must read: those of the oracle suite, found by their folder.
enum Corpus {
  struct Program: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    let text: String

    var testDescription: String { name }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "oracle").resolvingSymlinksInPath()

  /// Every `.swift` file of the oracle suite, by name.
  static let programs: [Program] = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      let url = folder.appending(path: path)
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
      return Program(name: path, path: url.path, text: text)
    }
  }()
}
