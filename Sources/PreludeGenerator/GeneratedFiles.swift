/// The Swift files that carry an interface and its thunks.
struct GeneratedFiles {
  private let interface: Interface

  init(_ interface: Interface) { self.interface = interface }

  private static let notice = "// Written by `make generate` from the library's public declarations; do not edit.\n\n"
  /// The compiler's type checker takes one array of closures at a time; short ones keep it quick.
  private static let chunk = 40

  var files: [(name: String, text: String)] {
    [("Interface.swift", interfaceFile), ("Types.swift", typesFile)] + functionFiles
  }

  private var interfaceFile: String {
    Self.notice + "extension LibraryModule {\n  /// What cells can call, as source text.\n"
      + "  static let interface = ##\"\"\"\n"
      + interface.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
      + "\n    \"\"\"##\n}\n"
  }

  private var typesFile: String {
    var text = Self.notice + "internal import Language\npackage import Nabla\npackage import Rendering\n\n"
    text += "extension LibraryModule {\n  static func type(named name: String) -> HostType? {\n    switch name {\n"
    for type in interface.nativeTypes {
      text += "    case \"\(type.path)\": bridgeType(name, \(type.swiftName).self)\n"
    }
    text += "    default: nil\n    }\n  }\n\n  static let typeNames = [\n"
    for type in interface.nativeTypes { text += "    \"\(type.path)\",\n" }
    text += "  ]\n}\n"
    for type in interface.nativeTypes where !Bridged.names.contains(type.path) && !type.isSubclass {
      text += "\nextension \(type.swiftName): NativeValue {}\n"
    }
    for type in interface.taggedTypes {
      let cases = type.cases.map { ".\($0)" }.joined(separator: ", ")
      text += "\nextension \(type.swiftName): TaggedValue {\n  package static var tags: [Self] { [\(cases)] }\n}\n"
    }
    return text
  }

  private var functionFiles: [(name: String, text: String)] {
    let thunks = interface.thunks
    let chunks = stride(from: 0, to: thunks.count, by: Self.chunk).map { Array(thunks[$0..<min($0 + Self.chunk, thunks.count)]) }
    let imports = "internal import Language\ninternal import Nabla\ninternal import Rendering\n\n"
    var files = chunks.enumerated().map { index, chunk in
      (
        name: "Functions\(index).swift",
        text: Self.notice + imports + "extension LibraryModule {\n  static var functions\(index): [NativeFunction] {\n    [\n"
          + chunk.map { "      \($0),\n" }.joined() + "    ]\n  }\n}\n"
      )
    }
    files.append(
      (
        name: "Functions.swift",
        text: Self.notice + "internal import Language\n\nextension LibraryModule {\n  static var functions: [NativeFunction] {\n"
          + "    var all: [NativeFunction] = []\n"
          + chunks.indices.map { "    all += functions\($0)\n" }.joined() + "    return all\n  }\n}\n"
      ))
    return files
  }
}

/// Types whose passing the bridge writes by hand, for speed.
enum Bridged {
  static let names: Set<String> = ["Tensor"]
}
