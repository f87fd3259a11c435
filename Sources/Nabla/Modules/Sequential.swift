/// Modules one after the other: each gets what the one before gives.
public final class Sequential: Module {
  /// The modules, first to last.
  public let layers: [any Module]

  /// Modules one after the other.
  public init(_ layers: any Module...) { self.layers = layers }

  /// Modules one after the other, from a list.
  public init(_ layers: [any Module]) { self.layers = layers }

  /// The last module's result for the first one's input x.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    var value = x
    for i in 0..<layers.count {
      let outer = ModuleScope.enter(i)
      value = layers[i](value)
      ModuleScope.leave(to: outer)
    }
    return value
  }

  /// The modules by number.
  public var members: [(name: String, value: Any)] {
    layers.enumerated().map { (name: String($0.offset), value: $0.element) }
  }
}

extension Sequential: CustomStringConvertible {
  /// The modules, one a line.
  public var description: String {
    var lines = ["Sequential("]
    for (i, layer) in layers.enumerated() {
      let text = "\(layer)".split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
      lines.append("  (\(i)): \(text)")
    }
    return (lines + [")"]).joined(separator: "\n")
  }
}
