import Language

/// The generated files, by their names.
enum Output {
  /// The type checker takes each list alone: long ones are slow.
  private static let chunkSize = 60

  static func files(_ surface: Surface, _ index: TypeIndex) -> [String: String] {
    var files: [String: String] = [:]
    var lists: [String] = []
    for chunk in surface.chunks where !chunk.functions.isEmpty {
      let parts = stride(from: 0, to: chunk.functions.count, by: chunkSize).map {
        Array(chunk.functions[$0..<min($0 + chunkSize, chunk.functions.count)])
      }
      let names = parts.indices.map { "functions\(chunk.folder)\($0)" }
      lists += names
      files["Functions+\(chunk.folder).swift"] = functions(parts, names)
    }
    files["Interface.swift"] = interface(surface)
    files["Types.swift"] = types(surface, lists)
    files["Conformances.swift"] = conformances(surface, index)
    return files
  }

  private static let notice = "// Written by PreludeGenerator from the public declarations of Nabla and Rendering; `make generate` renews it.\n"

  private static func functions(_ parts: [[String]], _ names: [String]) -> String {
    var text = notice + "import Language\nimport Nabla\nimport Rendering\n\nextension LibraryModule {\n"
    for (part, name) in zip(parts, names) {
      text += "  static var \(name): [NativeFunction] {\n    [\n"
      for function in part { text += "      { (call: NativeCall) throws in \(function) },\n" }
      text += "    ]\n  }\n"
    }
    return text + "}\n"
  }

  private static func interface(_ surface: Surface) -> String {
    var text = notice + "\nextension LibraryModule {\n  /// What cells see, in the order of the functions.\n"
    let chunks = surface.chunks.filter { !$0.interface.isEmpty }
    text += "  static let interface = [\n"
    text += chunks.map { "    interface\($0.folder),\n" }.joined()
    text += "  ].joined()\n"
    for chunk in chunks {
      text += "\n  private static let interface\(chunk.folder) = ##\"\"\"\n"
      for line in chunk.interface.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? "\n" : "    \(line)\n"
      }
      text += "\n    \"\"\"##\n"
    }
    return text + "}\n"
  }

  private static func types(_ surface: Surface, _ lists: [String]) -> String {
    var text = notice + "import Language\nimport Nabla\nimport Rendering\n\nextension LibraryModule {\n"
    text += "  /// In the order of their `@native` numbers.\n  static var functions: [NativeFunction] {\n    ["
    text += lists.joined(separator: ", ") + "].flatMap { $0 }\n  }\n\n"
    text += "  static var types: [HostType] {\n    [\n"
    for info in surface.types where !info.isPlainEnum { text += "      bridgeType(\(info.swiftName).self),\n" }
    return text + "    ]\n  }\n}\n"
  }

  /// How each type passes: an enum by its position among the cases, anything else as a value of the host.
  private static func conformances(_ surface: Surface, _ index: TypeIndex) -> String {
    var text = notice + "package import Language\npackage import Nabla\npackage import Rendering\n"
    for info in surface.types where !index.bridged.contains(info.name) {
      if info.isPlainEnum {
        let cases = info.cases.map { "." + ($0 == "default" || $0 == "in" || $0 == "self" ? "`\($0)`" : $0) }
        text += """

          extension \(info.swiftName): HostValue {
            private static var cellCases: [Self] { [\(cases.joined(separator: ", "))] }

            package static func load(from value: CellValue) throws -> Self { try enumCase(cellCases, value) }

            package func store(to place: CellValue) throws { place.store(Self.cellCases.firstIndex(of: self) ?? 0) }
          }

          """
      } else if index.superclass(of: info) == nil {
        text += "\nextension \(info.swiftName): NativeValue {}\n"
      }
    }
    return text
  }
}
