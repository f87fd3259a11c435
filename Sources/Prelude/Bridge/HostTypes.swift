internal import Language
internal import Nabla
internal import Rendering

/// What the machine must know of a class of the library.
func bridgeType<Value: AnyObject>(_ name: String, _ type: Value.Type) -> HostType {
  HostType(name: name, swiftClass: type)
}

/// What the machine must know of a struct of the library, which is kept in a box.
func bridgeType<Value>(_ name: String, _ type: Value.Type) -> HostType {
  HostType(name: name, swiftClass: NativeBox<Value>.self, describe: { object in
    guard let box = object as? NativeBox<Value> else { return name }
    return text(of: box.value)
  })
}

/// A tensor takes the name of the variable it is bound to, for graphs and derivations.
func bridgeType(_ name: String, _ type: Tensor.Type) -> HostType {
  HostType(
    name: name, swiftClass: Nabla.Node.self,
    describe: { ($0 as? Nabla.Node).map { Tensor($0).description } ?? name },
    bound: { object, variable in if let node = object as? Nabla.Node { Tensor(node).nameIfUnnamed(variable) } })
}

/// What `print` shows of a value of the library.
private func text(of value: Any) -> String {
  switch value {
  case let value as any CustomStringConvertible: value.description
  case let value as any Displayable: value.bundle.text
  default: "\(value)"
  }
}
