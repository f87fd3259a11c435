/// A Swift type whose values pass between the host and the cell language by themselves.
package protocol HostValue {
  static func load(from value: CellValue) throws -> Self
  /// Into empty words of the matching type.
  func store(to place: CellValue) throws
}

extension Int: HostValue {
  package static func load(from value: CellValue) -> Int { value.int }
  package func store(to place: CellValue) { place.store(self) }
}

extension Bool: HostValue {
  package static func load(from value: CellValue) -> Bool { value.bool }
  package func store(to place: CellValue) { place.store(self) }
}

extension Double: HostValue {
  package static func load(from value: CellValue) -> Double { value.double }
  package func store(to place: CellValue) { place.store(self) }
}

extension Float: HostValue {
  package static func load(from value: CellValue) -> Float { value.float }
  package func store(to place: CellValue) { place.store(self) }
}

extension UInt64: HostValue {
  package static func load(from value: CellValue) -> UInt64 { UInt64(bitPattern: Int64(value.int)) }
  package func store(to place: CellValue) { place.store(Int(truncatingIfNeeded: self)) }
}

extension String: HostValue {
  package static func load(from value: CellValue) -> String { value.string }
  package func store(to place: CellValue) { place.store(self) }
}

extension Array: HostValue where Element: HostValue {
  package static func load(from value: CellValue) throws -> [Element] {
    let elements = value.elements
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      if index & 0xFFF == 0 { try value.machine.stopIfAsked() }
      result.append(try Element.load(from: element))
    }
    return result
  }
  package func store(to place: CellValue) throws {
    try place.storeArray(count: count) { try self[$0].store(to: $1) }
  }
}

extension Optional: HostValue where Wrapped: HostValue {
  package static func load(from value: CellValue) throws -> Wrapped? { try value.unwrapped.map(Wrapped.load) }
  package func store(to place: CellValue) throws {
    guard let self else { return place.storeNil() }
    try self.store(to: place.storeSome())
  }
}

/// Types of the host that are behind a `@native` type of the interface.
package protocol NativeValue: HostValue {}

extension NativeValue {
  package static func load(from value: CellValue) throws -> Self { try value.native(as: Self.self) }
  package func store(to place: CellValue) throws { try place.storeBoxed(self) }
}
