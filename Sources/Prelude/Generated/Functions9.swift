// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions9: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).isNaN()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).isInfinite()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).isFinite()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).equal(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).allClose(call.load(1, as: (Nabla.Tensor).self), rtol: call.load(2, as: (Double).self), atol: call.load(3, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) + call.load(1, as: (Double).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) + call.load(1, as: (Int).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Double).self) + call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Int).self) + call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) - call.load(1, as: (Double).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) - call.load(1, as: (Int).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Double).self) - call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Int).self) - call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) * call.load(1, as: (Double).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) * call.load(1, as: (Int).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Double).self) * call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Int).self) * call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) / call.load(1, as: (Double).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) / call.load(1, as: (Int).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Double).self) / call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Int).self) / call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) % call.load(1, as: (Double).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) % call.load(1, as: (Int).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) ** call.load(1, as: (Double).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) ** call.load(1, as: (Int).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Double).self) ** call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Int).self) ** call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).pow(call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).pow(call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.pow(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.pow(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.pow(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).where(call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).where(call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).maskedFill(call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).clamp(min: call.load(1, as: ((Double)?).self), max: call.load(2, as: ((Double)?).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.where(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.clamp(call.load(0, as: (Nabla.Tensor).self), min: call.load(1, as: ((Double)?).self), max: call.load(2, as: ((Double)?).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.scaledDotProductAttention(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Nabla.Tensor).self), mask: call.load(3, as: ((Nabla.Tensor)?).self), isCausal: call.load(4, as: (Bool).self), scale: call.load(5, as: ((Double)?).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.embedding(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self))) },
    ]
  }
}
