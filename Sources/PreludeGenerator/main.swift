import Foundation
import Language

/// Writes `Sources/Prelude/Generated` from the public declarations of the library.
///
///     PreludeGenerator [--check] PACKAGE
///
/// With `--check` it writes nothing and fails where a file is not what it would write.
let arguments = CommandLine.arguments.dropFirst()
let isCheck = arguments.contains("--check")
guard let root = arguments.first(where: { !$0.hasPrefix("-") }) else {
  FileHandle.standardError.write(Data("usage: PreludeGenerator [--check] PACKAGE\n".utf8))
  exit(2)
}

/// The modules whose public declarations cells can call, each after those it imports.
let modules = ["Rendering", "Nabla"]

func sources(of module: String) throws -> [SourceFile] {
  let folder = "\(root)/Sources/\(module)"
  let paths = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
    .filter { $0.hasSuffix(".swift") }.sorted()
  return try paths.map { SourceFile(name: "\(module)/\($0)", cell: 0, text: try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)) }
}

var types = TypeTable()
var files: [(module: String, file: SourceFile, statements: [Stmt])] = []
for module in modules {
  for file in try sources(of: module) {
    files.append((module, file, Parser.parse(file, mode: .interface).statements))
  }
}
for (module, _, statements) in files {
  func collect(_ decl: Decl, in path: String) {
    switch decl.kind {
    case .nominal(let nominal) where decl.isPublic:
      let inner = path.isEmpty ? nominal.name.text : "\(path).\(nominal.name.text)"
      let hasPayload = nominal.members.contains { member in
        guard case .enumCase(let elements) = member.kind else { return false }
        return elements.contains { !$0.payload.isEmpty }
      }
      switch nominal.kind {
      case .protocolDecl: types.add(inner, .proto, module: module)
      case .enumDecl:
        if hasPayload { return }
        types.add(inner, .tagged, module: module)
      case .structDecl, .classDecl: types.add(inner, nominal.generics.isEmpty ? .native : .source, module: module)
      }
      for member in nominal.members { collect(member, in: inner) }
    case .extensionDecl(let syntax): for member in syntax.members { collect(member, in: syntax.extended.text) }
    default: break
    }
  }
  for decl in statements.declarations { collect(decl, in: "") }
}

var interface = Interface(types: types)
for (module, file, statements) in files { interface.add(file, statements, module: module) }

let folder = "\(root)/Sources/Prelude/Generated"
let generated = GeneratedFiles(interface).files
let stale = generated.filter { (try? String(contentsOfFile: "\(folder)/\($0.name)", encoding: .utf8)) != $0.text }
let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
let surplus = present.filter { name in !generated.contains { $0.name == name } }
if isCheck {
  for name in stale.map(\.name) + surplus { print("Sources/Prelude/Generated/\(name) is not what its sources say: run `make generate`") }
} else {
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  for (name, text) in stale { try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8) }
  for name in surplus { try FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
}
if arguments.contains("--report") { for line in interface.omitted { print("left out:", line) } }
print("\(interface.thunks.count) functions, \(interface.nativeTypes.count) types, \(interface.omitted.count) left out")
exit(isCheck && !(stale.isEmpty && surplus.isEmpty) ? 1 : 0)
