package import Language
package import Nabla

/// An enum without payloads, which cells see as an enum of their own: the position among its cases.
package protocol TaggedValue: HostValue, Equatable {
  static var tags: [Self] { get }
}

extension TaggedValue {
  package static func load(from value: CellValue) throws -> Self {
    guard tags.indices.contains(value.int) else { throw BridgeError.noCase(value.int, "\(Self.self)") }
    return tags[value.int]
  }

  package func store(to place: CellValue) { place.store(Self.tags.firstIndex(of: self) ?? 0) }
}

extension UInt8: HostValue {
  package static func load(from value: CellValue) -> UInt8 { UInt8(truncatingIfNeeded: value.int) }
  package func store(to place: CellValue) { place.store(Int(self)) }
}

extension Dictionary: HostValue where Key: HostValue, Value: HostValue {
  package static func load(from value: CellValue) throws -> [Key: Value] {
    var result: [Key: Value] = [:]
    for entry in value.entries { result[try Key.load(from: entry.key)] = try Value.load(from: entry.value) }
    return result
  }

  package func store(to place: CellValue) throws { throw BridgeError.dictionaryResult }
}

/// A tensor is its node: no box around it, since small networks pass thousands of them a second.
extension Tensor: HostValue {
  package static func load(from value: CellValue) throws -> Tensor {
    guard let node = value.nativeObject as? Nabla.Node else { return try value.native(as: Tensor.self) }
    return Tensor(node)
  }

  package func store(to place: CellValue) throws { try place.storeNative(node) }
}

/// What the bridge itself refuses.
enum BridgeError: Error, CustomStringConvertible {
  case noCase(Int, String)
  case dictionaryResult
  case notA(String, String)

  var description: String {
    switch self {
    case .noCase(let tag, let type): "\(type) has no case \(tag)"
    case .dictionaryResult: "a dictionary cannot be given back to a cell"
    case .notA(let type, let wanted): "a value of type '\(type)' cannot be used as '\(wanted)'"
    }
  }
}

/// More arguments than a call with variadic parameters can pass on.
struct TooManyArguments: Error, CustomStringConvertible {
  let limit: Int
  var description: String { "at most \(limit) arguments can be given here" }
}
