import Foundation

/// One run of the generator over a checkout.
struct Generation {
  let surface: Surface
  let files: [String: String]
  private let folder: URL

  init(root: URL) throws {
    let modules = try ["Rendering", "Nabla"].map { try SourceModule.read($0, root: root) }
    let index = try TypeIndex(modules, root: root)
    surface = SurfaceBuilder.build(modules, index)
    files = Output.files(surface, index)
    folder = root.appending(path: "Sources/Prelude/Generated")
  }

  func write() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in try existing() where files[name] == nil { try FileManager.default.removeItem(at: folder.appending(path: name)) }
    for (name, text) in files where (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) != text {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
  }

  /// The files that differ from what the sources say, are missing or are too many.
  func staleFiles() throws -> [String] {
    let names = Set(files.keys).union(try existing())
    return names.sorted().filter {
      (try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)) != files[$0]
    }
  }

  private func existing() throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
  }
}
