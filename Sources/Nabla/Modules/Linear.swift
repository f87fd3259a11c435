/// A fully connected layer: y = x·Wᵀ + b.
///
/// The weight W is [outputs, inputs], the bias b [outputs]; both begin uniform in ±1/√inputs, as in PyTorch.
public final class Linear: Module {
  /// W, of shape [outputs, inputs].
  public let weight: Tensor
  /// b, of shape [outputs], or nil.
  public let bias: Tensor?

  /// A layer from `inputs` to `outputs` features.
  public init(_ inputs: Int, _ outputs: Int, bias: Bool = true, dtype: DType = .float32) {
    weight = Initialization.weight([outputs, inputs], fanIn: inputs, dtype: dtype)
    self.bias = bias ? Initialization.bias(outputs, fanIn: inputs, dtype: dtype) : nil
  }

  /// x·Wᵀ + b for x of shape [..., inputs].
  public func callAsFunction(_ x: Tensor) -> Tensor { linear(x, weight, bias: bias) }
}

extension Linear: CustomStringConvertible {
  /// Linear(inputs, outputs).
  public var description: String {
    let shape = weight.shape
    guard shape.count == 2 else { return "Linear" }
    return "Linear(\(shape[1]), \(shape[0])\(bias == nil ? ", bias: false" : ""))"
  }
}
