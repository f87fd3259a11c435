import Foundation
import Language

/// The public types of our modules and what the bridge can pass.
struct TypeIndex {
  struct Info {
    var kind: NominalSyntax.Kind
    var module: String
    /// `["GradientCheck", "Entry"]`
    var path: [String]
    var isGeneric: Bool
    /// The names of the cases of an enum; empty where one has a payload.
    var cases: [String]
    var inherits: [TypeExpr]

    var name: String { path.joined(separator: ".") }
    /// How generated Swift names it.
    var swiftName: String { module + "." + name }
    var isPlainEnum: Bool { kind == .enumDecl && !cases.isEmpty }
  }

  private(set) var types: [String: Info] = [:]
  private(set) var aliases: [String: (module: String, type: TypeExpr)] = [:]
  /// Types of the standard library that the host passes by themselves, and those that the bridge passes in its own way.
  private(set) var hostTypes: Set<String> = []
  /// Types for which the bridge has its own conformance.
  private(set) var bridged: Set<String> = []
  /// Protocols that the library of cells declares.
  private(set) var libraryProtocols: Set<String> = []

  init(_ modules: [SourceModule], root: URL) throws {
    for module in modules {
      for file in module.files {
        for case .declaration(let declaration) in file.statements.map(\.kind) { add(declaration, module.name, []) }
      }
    }
    for source in Library.sources {
      for case .declaration(let declaration) in Parser.parse(source, mode: .interface).statements.map(\.kind) {
        if case .nominal(let syntax) = declaration.kind, syntax.kind == .protocolDecl {
          libraryProtocols.insert(syntax.name.text)
        }
      }
    }
    hostTypes = try Self.conformances(below: root.appending(path: "Sources/Language/Host"))
    bridged = try Self.conformances(below: root.appending(path: "Sources/Prelude/Bridge"))
  }

  private mutating func add(_ declaration: Decl, _ module: String, _ outer: [String], isImplicit: Bool = false) {
    switch declaration.kind {
    case .nominal(let syntax):
      guard isImplicit || declaration.isPublic else { return }
      let path = outer + [syntax.name.text]
      types[path.joined(separator: ".")] = Info(
        kind: syntax.kind, module: module, path: path, isGeneric: !syntax.generics.isEmpty,
        cases: Self.plainCases(syntax), inherits: syntax.inherits)
      for member in syntax.members { add(member, module, path) }
    case .extensionDecl(let syntax):
      guard case .named(let components) = syntax.extended.kind else { return }
      for member in syntax.members {
        add(member, module, components.map(\.name.text), isImplicit: declaration.isPublic && !member.hasAccess)
      }
    case .typeAlias(let name, let generics, let type):
      guard declaration.isPublic, generics.isEmpty else { return }
      aliases[(outer + [name.text]).joined(separator: ".")] = (module, type)
    default: break
    }
  }

  private static func plainCases(_ syntax: NominalSyntax) -> [String] {
    guard syntax.kind == .enumDecl else { return [] }
    var names: [String] = []
    for case .enumCase(let elements) in syntax.members.map(\.kind) {
      for element in elements {
        guard element.payload.isEmpty else { return [] }
        names.append(element.name.text)
      }
    }
    return names
  }

  /// The types in `extension X: HostValue` and `extension X: NativeValue` below a folder; none where it is not there.
  private static func conformances(below folder: URL) throws -> Set<String> {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder.path) else { return [] }
    var names: Set<String> = []
    for path in paths.sorted() where path.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      let source = SourceFile(name: path, cell: 0, text: text)
      for case .declaration(let declaration) in Parser.parse(source, mode: .interface).statements.map(\.kind) {
        guard case .extensionDecl(let syntax) = declaration.kind, case .named(let components) = syntax.extended.kind
        else { continue }
        let inherits = syntax.inherits.map(\.text)
        guard inherits.contains("HostValue") || inherits.contains("NativeValue") else { continue }
        var name = components.map(\.name.text)
        if name.count > 1, name[0] == "Nabla" || name[0] == "Rendering" { name.removeFirst() }
        names.insert(name.joined(separator: "."))
      }
    }
    return names
  }

  /// The type that a name means within a type.
  func find(_ name: [String], in context: [String]) -> Info? {
    var outer = context
    while true {
      if let found = types[(outer + name).joined(separator: ".")] { return found }
      guard !outer.isEmpty else { return nil }
      outer.removeLast()
    }
  }

  func alias(_ name: [String], in context: [String]) -> (module: String, type: TypeExpr)? {
    var outer = context
    while true {
      if let found = aliases[(outer + name).joined(separator: ".")] { return found }
      guard !outer.isEmpty else { return nil }
      outer.removeLast()
    }
  }

  func isKnownProtocol(_ name: String) -> Bool {
    libraryProtocols.contains(name) || types[name]?.kind == .protocolDecl || name == "AnyObject"
  }

  /// Whether a class has a superclass among ours, whose conformance it inherits.
  func superclass(of info: Info) -> Info? {
    guard info.kind == .classDecl, let first = info.inherits.first, case .named(let components) = first.kind,
      let found = find(components.map(\.name.text), in: info.path), found.kind == .classDecl
    else { return nil }
    return found
  }
}

extension Decl {
  var isPublic: Bool { has("public") || has("open") }

  var hasAccess: Bool {
    modifiers.contains { ["public", "open", "package", "internal", "private", "fileprivate"].contains($0.name) && $0.detail == nil }
  }

  func attribute(_ name: String) -> Bool { attributes.contains { $0.name.text == name } }
}

extension TypeExpr {
  /// As it is written.
  var text: String { range.sourceText }
}

extension SourceRange {
  var sourceText: String { String(decoding: file.bytes[Int(start)..<Int(max(start, end))], as: UTF8.self) }
}
