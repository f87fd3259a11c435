internal import Language
internal import Nabla
internal import Rendering

/// Values of cells where the library asks for a protocol, and back.
enum Adapters {
  /// The value as `any P` of the library: the host's own object, a number or range of Swift, or an adapter around a value
  /// of a cell's type.
  static func value<Wanted>(_ value: CellValue, as type: Wanted.Type) throws -> Wanted {
    let opened = value.opened
    if let object = opened.nativeObject {
      if let node = object as? Nabla.Node, let tensor = Tensor(node) as? Wanted { return tensor }
      if let box = object as? any AnyNativeBox, let inner = box.anyValue as? Wanted { return inner }
      if let wanted = object as? Wanted { return wanted }
    }
    if let plain = plainValue(opened) as? Wanted { return plain }
    if opened.conforms(to: "Module"), let module = CellModule(opened) as? Wanted { return module }
    if let shown = CellDisplay(opened) as? Wanted { return shown }
    throw BridgeError.notA(opened.type.name, "\(type)")
  }

  /// Numbers and ranges of integers, as tensors are subscripted with them.
  private static func plainValue(_ value: CellValue) -> Any? {
    let bounds = value.fields.map(\.value.int)
    switch value.type.name {
    case "Int": return value.int
    case "Double": return value.double
    case "Bool": return value.bool
    case "String": return value.string
    case "Range<Int>": return bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]..<bounds[1] : nil
    case "ClosedRange<Int>": return bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]...bounds[1] : nil
    case "PartialRangeFrom<Int>": return bounds.first.map { PartialRangeFrom($0) }
    case "PartialRangeUpTo<Int>": return bounds.first.map { PartialRangeUpTo($0) }
    case "PartialRangeThrough<Int>": return bounds.first.map { PartialRangeThrough($0) }
    default: return nil
    }
  }

  /// Gives a value of the library to a place of a protocol's type.
  static func store<Value>(_ value: Value, to place: CellValue) throws {
    if let module = value as? CellModule { return place.store(module.held.value) }
    if let tensor = value as? Tensor { return try place.storeNative(tensor.node) }
    let object = value as AnyObject
    if Swift.type(of: value as Any) is AnyClass { return try place.storeNative(object) }
    try place.storeNative(box(value))
  }

  private static func box(_ value: some Any) -> AnyObject {
    func open<Inner>(_ inner: Inner) -> AnyObject { NativeBox(inner) }
    return _openExistential(value as Any, do: open)
  }
}

/// A box whatever it holds.
protocol AnyNativeBox: AnyObject {
  var anyValue: Any { get }
}

extension NativeBox: AnyNativeBox {
  var anyValue: Any { value }
}

/// A value of a cell's type that conforms to `Module`, as the library sees it.
final class CellModule: Module {
  let held: HeldValue

  init(_ value: CellValue) { held = HeldValue(value) }

  func callAsFunction(_ x: Tensor) -> Tensor {
    guard Failures.fromClosure == nil else { return x }
    do {
      return try held.value.callRequirement(
        "callAsFunction", of: "Module", [{ try x.store(to: $0) }], read: { try Tensor.load(from: $0) })
    } catch {
      Failures.fromClosure = error
      return x
    }
  }

  /// The stored properties, as `Mirror` gives those of a Swift type.
  var members: [(name: String, value: Any)] {
    held.value.fields.compactMap { name, value in
      guard let name, let value = Self.member(value) else { return nil }
      return (name: name, value: value)
    }
  }

  private static func member(_ value: CellValue) -> Any? {
    guard let value = value.unwrapped?.opened else { return nil }
    if let object = value.nativeObject {
      if let node = object as? Nabla.Node { return Tensor(node) }
      return (object as? any AnyNativeBox)?.anyValue ?? object
    }
    if value.conforms(to: "Module") { return CellModule(value) }
    let elements = value.elements
    if !elements.isEmpty { return elements.compactMap(member) }
    let entries = value.entries.compactMap { entry in member(entry.value).map { (entry.key.string, $0) } }
    if !entries.isEmpty { return Dictionary(entries) { first, _ in first } }
    return nil
  }
}

/// Any other value of a cell where something to show is asked for: its text.
private struct CellDisplay: Displayable {
  let bundle: MIMEBundle

  init(_ value: CellValue) { bundle = Display.bundle(of: value) }
}
