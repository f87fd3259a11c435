// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions16: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.uniform(call.load(0, as: ([Int]).self), call.load(1, as: (Double).self), call.load(2, as: (Double).self), generator: call.load(3, as: ((Nabla.Generator)?).self), dtype: call.load(4, as: (Nabla.DType).self), requiresGrad: call.load(5, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.randn(call.load(0, as: ([Int]).self), generator: call.load(1, as: ((Nabla.Generator)?).self), dtype: call.load(2, as: (Nabla.DType).self), requiresGrad: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.normal(call.load(0, as: ([Int]).self), call.load(1, as: (Double).self), call.load(2, as: (Double).self), generator: call.load(3, as: ((Nabla.Generator)?).self), dtype: call.load(4, as: (Nabla.DType).self), requiresGrad: call.load(5, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.randint(call.load(0, as: (Int).self), call.load(1, as: (Int).self), call.load(2, as: ([Int]).self), generator: call.load(3, as: ((Nabla.Generator)?).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.randint(call.load(0, as: (Int).self), call.load(1, as: ([Int]).self), generator: call.load(2, as: ((Nabla.Generator)?).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.randperm(call.load(0, as: (Int).self), generator: call.load(1, as: ((Nabla.Generator)?).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).shape) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).rank) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).count) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).dtype) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).isLeaf) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).requiresGrad) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Tensor.self); try base.requiresGrad = call.load(1, as: (Bool).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).grad) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Tensor.self); try base.grad = call.load(1, as: ((Nabla.Tensor)?).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).name(call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).label) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).detach()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).item()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).toArray()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).toIntArray()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).toBoolArray()) },
    ]
  }
}
