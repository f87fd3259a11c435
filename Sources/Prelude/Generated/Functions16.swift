// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions16: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.load(0, as: Nabla.ReduceLROnPlateau.self).step(call.load(1, as: (Double).self)); try call.finish() },
      { (call: NativeCall) throws in try call.load(0, as: Nabla.ReduceLROnPlateau.self).step(call.load(1, as: (Nabla.Tensor).self)); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).kind) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).seed) },
      { (call: NativeCall) throws in try call.finish(Nabla.Generator(call.load(0, as: (Nabla.Generator.Kind).self), seed: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.load(0, as: Nabla.Generator.self).manualSeed(call.load(1, as: (Int).self)); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).random()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).rand(call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).randn(call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).uniform(call.load(1, as: (Double).self), call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).uniform(call.load(1, as: (Double).self), call.load(2, as: (Double).self), call.load(3, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).normal(call.load(1, as: (Double).self), call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).normal(call.load(1, as: (Double).self), call.load(2, as: (Double).self), call.load(3, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).randint(call.load(1, as: (Int).self), call.load(2, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).randint(call.load(1, as: (Int).self), call.load(2, as: (Int).self), call.load(3, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).permutation(call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).sample(call.load(1, as: (Int).self), call.load(2, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).shuffled(call.load(1, as: ([Int]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).shuffled(call.load(1, as: ([Double]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).shuffled(call.load(1, as: ([String]).self))) },
      { (call: NativeCall) throws in try Nabla.manualSeed(call.load(0, as: (Int).self)); try call.finish() },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: (Double).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([Double]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([[Double]]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([[[Double]]]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([[[[Double]]]]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: (Int).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([Int]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([[Int]]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([Bool]).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([[Bool]]).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([Double]).self), shape: call.load(1, as: ([Int]).self), dtype: call.load(2, as: (Nabla.DType).self), requiresGrad: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.zeros(call.load(0, as: ([Int]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.ones(call.load(0, as: ([Int]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.full(call.load(0, as: ([Int]).self), call.load(1, as: (Double).self), dtype: call.load(2, as: (Nabla.DType).self), requiresGrad: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.zerosLike(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.onesLike(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.eye(call.load(0, as: (Int).self), call.load(1, as: ((Int)?).self), dtype: call.load(2, as: (Nabla.DType).self), requiresGrad: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.arange(call.load(0, as: (Int).self))) },
    ]
  }
}
