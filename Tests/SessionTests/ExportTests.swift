import Foundation
import Testing

@testable import Session

/// An exported notebook compiles with `swiftc` against the library as this build has it, and prints what the notebook
/// printed and showed.
@Suite(.serialized) struct ExportTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardized

  private static let redeclaring = [
    "var x = 1\nfunc f() -> Int { x + 1 }\nf()",
    "let x = \"text \\(f())\"\nx",
    "%seed 42\nstruct P { var x: Int; func twice() -> Int { x * 2 } }\nprint(P(x: 3).twice(), x.count, \"\\(x) \\(P(x: 1).x)\")",
    "func f() -> Int { x.count }\nf()\n",
    "struct P: Equatable { var y = [x, \"\\(f())\"] }\nextension P { var z: Int { y.count } }\nlet p = P()\nP() == p ? p.z : 0",
    "for x in [x] { print(x) }\nlet g = { (x: Int) in x + f() }\ng(1)",
    "Tensor([1, 2]).sum()",
  ]
  private static let declaring = [
    """
    protocol Shape { var area: Double { get } }
    class Base: CustomStringConvertible { let name: String; init(_ name: String) { self.name = name }
      var description: String { "<\\(name)>" } }
    final class Square: Base, Shape { var side = 2.0; var area: Double { side * side } }
    Square("s")
    """,
    "enum Failure: Error { case small(Int) }\nfunc checked<T: Comparable>(_ a: T, _ b: T) throws -> T { if a < b { throw Failure.small(3) }; return a }",
    "do { print(try checked(2, 1), try checked(1, 2)) } catch { print(error) }\ndefer { print(\"deferred\") }\nprint(\"before\")",
    "let adders = (0..<3).map { n in { (x: Int) in x + n } }\nadders.map { $0(10) }",
    "extension Array where Element: Shape { var total: Double { reduce(0) { $0 + $1.area } } }\n[Square(\"a\"), Square(\"b\")].total",
    "\"quotes \\\"and\\\" more\"",
    "%who\nlet (a, b) = (1, [\"k\": 2.5])\nb",
  ]

  private static func lesson(_ name: String) throws -> [String] {
    let bytes = try Data(contentsOf: repository.appending(path: "notebooks/en/\(name).ipynb"))
    return try Notebook(parsing: Array(bytes)).cells.filter { $0.kind == .code }.map(\.source)
  }

  @Test func `redeclared names`() throws { try compare(Self.redeclaring) }
  @Test func `classes, generics, closures and errors`() throws { try compare(Self.declaring) }
  @Test func `the first lesson`() throws { try compare(try Self.lesson("01-from-one-neuron-to-xor")) }

  private func compare(_ cells: [String]) throws {
    // What commands say is none of the program.
    let ran = transcript(of: cells.map { CommandLines($0).code })
    #expect(ran.failures.map(\.message) == [])
    let text = SwiftProgram(cells: cells.enumerated().map { CellSource(text: $0.element, number: $0.offset + 1) }).text
    let printed = try compiledAndRun(text)
    // How far a bar of progress is when it is shown depends on the clock.
    let withoutBars = { (text: String) in text.split(separator: "\n").filter { !$0.contains("▕") } }
    #expect(withoutBars(printed) == withoutBars(ran.text))
  }

  private func compiledAndRun(_ text: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let main = folder.appending(path: "main.swift")
    try text.write(to: main, atomically: true, encoding: .utf8)
    // Where this test's own build is.
    let build = Self.buildFolder
    let objects = ["Nabla", "Rendering", "CKernels"].flatMap { target in
      let files = FileManager.default.enumerator(
        at: build.appending(path: target + ".build"), includingPropertiesForKeys: nil)
      return (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "o" }.map(\.path)
    }
    let program = folder.appending(path: "program").path
    let compiled = try run(
      "swiftc",
      [
        "-swift-version", "5", "-I", build.appending(path: "Modules").path, "-Xcc",
        "-fmodule-map-file=" + build.appending(path: "CKernels.build/module.modulemap").path, main.path,
      ]
        + objects + ["-lm", "-o", program])
    guard compiled.status == 0 else {
      Issue.record("\(compiled.text)\n\(text)")
      return ""
    }
    return try run(program, []).text
  }

  private static var buildFolder: URL {
    var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.pathComponents.count > 1,
      !FileManager.default.fileExists(atPath: folder.appending(path: "Nabla.build").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder.pathComponents.count > 1 ? folder : repository.appending(path: ".build/debug")
  }

  private func run(_ command: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [command] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = command == "swiftc" ? pipe : FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
