import Foundation

// PreludeGenerator [--check] [--report] [ROOT]: writes Sources/Prelude/Generated, or says whether it is as it would be
// written, and lists what cells do not see.
let options = CommandLine.arguments.dropFirst()
let root = URL(filePath: options.first { !$0.hasPrefix("--") } ?? FileManager.default.currentDirectoryPath)
do {
  let generation = try Generation(root: root)
  if options.contains("--report") {
    for (name, reason) in generation.surface.omissions { print("\(name): \(reason)") }
    print("\(generation.surface.count) native declarations, \(generation.surface.omissions.count) left out")
  }
  if options.contains("--check") {
    let stale = try generation.staleFiles()
    for name in stale { print("Sources/Prelude/Generated/\(name) is not what the sources say: run `make generate`") }
    exit(stale.isEmpty ? 0 : 1)
  }
  try generation.write()
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
