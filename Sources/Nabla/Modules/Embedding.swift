/// A table of vectors, one for each of a number of things.
public final class Embedding: Module, CustomStringConvertible {
  /// The vectors, of shape [count, features]; they begin normally distributed.
  public let weight: Tensor

  /// A table for `count` things, each of `features` numbers.
  public init(_ count: Int, _ features: Int, dtype: DType = .float32) {
    weight = Tensor.randn([count, features], dtype: dtype, requiresGrad: true)
  }

  /// The vectors of the things numbered by x (Int64).
  public func callAsFunction(_ x: Tensor) -> Tensor { embedding(x, weight) }

  /// Embedding(count, features).
  public var description: String { "Embedding(\(weight.shape.map(String.init).joined(separator: ", ")))" }
}
