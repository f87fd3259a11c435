import FoundationEssentials
import Rendering
import Testing

@testable import Nabla

/// The files that the Python libraries wrote, and what `make_goldens.py` recorded of them.
enum Record {
  static let folder = #filePath.replacing("Record.swift", with: "Goldens")

  /// The names of the files that begin and end so.
  static func files(_ prefix: String = "", _ suffix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }.sorted()
  }

  static func path(_ name: String) -> String { folder + "/" + name }
  static func bytes(_ name: String) throws -> [UInt8] { try FileAccess.current.read(path(name)) }

  private static let json: JSON = {
    guard let bytes = try? bytes("record.json"), let json = try? JSON(parsing: bytes) else { return .null }
    return json
  }()

  static func value(_ keys: String...) -> JSON { keys.reduce(json) { $0[$1] ?? .null } }
  static func numbers(_ keys: String...) -> [Double] { numbers(keys.reduce(json) { $0[$1] ?? .null }) }

  static func numbers(_ json: JSON) -> [Double] {
    switch json {
    case .array(let elements): elements.flatMap { numbers($0) }
    case .int(let value): [Double(value)]
    case .double(let value): [value]
    default: []
    }
  }
}

/// A folder for the files of one test, gone afterwards.
func withFolder<R>(_ body: (String) throws -> R) throws -> R {
  let folder = FileManager.default.temporaryDirectory.path + "/nabla-\(UInt64.random(in: 0 ... .max))"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

/// The message of the error that `body` throws, "" where it throws none.
func message(_ body: () throws -> Void) -> String {
  do { try body() } catch { return "\(error)" }
  return ""
}
