import Foundation
import Testing

@testable import Rendering

/// Text kept in a file beside the tests, against which a renderer is compared.
///
/// `NABLA_RECORD=1` writes the files anew, and fails the run, so that no run which wrote its own expectation passes.
enum Golden {
  static func check(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name)")
    if ProcessInfo.processInfo.environment["NABLA_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("no golden \(name): record it with NABLA_RECORD=1", sourceLocation: sourceLocation)
      return
    }
    if text != expected {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
      let place =
        zip(lines, old).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(lines.count, old.count)
      let now = lines.indices.contains(place) ? String(lines[place].prefix(200)) : "(end)"
      let was = old.indices.contains(place) ? String(old[place].prefix(200)) : "(end)"
      Issue.record("\(name):\(place + 1) differs\n  was: \(was)\n  now: \(now)", sourceLocation: sourceLocation)
    }
  }
}
