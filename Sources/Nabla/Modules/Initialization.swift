#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// PyTorch's default initial values, drawn in its order from the generator that `manualSeed` seeds.
package enum Initialization {
  /// The bound of `kaiming_uniform_(a: √5)`, in the order of PyTorch's own arithmetic: other roundings of 1/√fanIn
  /// would differ in the last bit.
  private static func kaimingBound(_ fanIn: Int) -> Double {
    let slope = 5.0.squareRoot()
    let gain = (2.0 / (1 + slope * slope)).squareRoot()
    return 3.0.squareRoot() * (gain / Double(fanIn).squareRoot())
  }

  /// The weight of a linear or convolutional layer.
  package static func weight(_ shape: [Int], fanIn: Int, dtype: DType) -> Tensor {
    let bound = fanIn > 0 ? kaimingBound(fanIn) : 0
    return .uniform(shape, -bound, bound, dtype: dtype, requiresGrad: true)
  }

  /// The bias of a layer whose outputs sum `fanIn` inputs.
  package static func bias(_ count: Int, fanIn: Int, dtype: DType) -> Tensor {
    let bound = fanIn > 0 ? 1 / Double(fanIn).squareRoot() : 0
    return .uniform([count], -bound, bound, dtype: dtype, requiresGrad: true)
  }
}
