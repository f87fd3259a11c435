import Foundation
import Testing

@testable import Language

/// `swiftc` as the oracle of what is well-formed, where it is at hand.
@Suite struct AgreementTests {
  static let swiftc: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { URL(filePath: String($0)).appending(path: "swiftc") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  /// The lines and columns at which `swiftc -parse` gives errors, for many texts in one run each.
  private static func errors(in text: String, _ swiftc: URL) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "nabla-\(UUID().uuidString).swift")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = swiftc
    process.arguments = ["-frontend", "-parse", "-diagnostic-style=llvm", file.path]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return output.split(separator: "\n").compactMap { line in
      guard let range = line.range(of: ": error: ") else { return nil }
      let place = line[..<range.lowerBound].split(separator: ":").suffix(2).joined(separator: ":")
      return place + ": " + line[range.upperBound...]
    }
  }

  /// The first error of every ill-formed text of the table is the first of `swiftc`.
  @Test(.enabled(if: swiftc != nil), arguments: SyntaxErrorTests.cases.filter { example in
    !example.messages.contains { $0.contains("Nabla") || $0.contains("may only be used as expression") }
      && !example.messages.isEmpty
  })
  func `swiftc says the same first`(example: SyntaxErrorTests.Case) throws {
    let swiftc = try #require(Self.swiftc)
    let text = Marked(example.source).text
    let file = SourceFile(name: "cell 1", cell: 1, text: text)
    let ours = Parser.parse(file).diagnostics.filter { $0.message.severity == .error }.map {
      let (line, column) = file.position(at: Int($0.range.start))
      return "\(line):\(column): \($0.message.text)"
    }
    #expect(ours.first == (try Self.errors(in: text, swiftc)).first)
  }
}
