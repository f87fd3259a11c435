// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions11: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Adagrad.self).initialAccumulator) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Adagrad.self).eps) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Adagrad.self); try base.eps = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(Nabla.Adagrad(call.load(0, as: ([Nabla.Tensor]).self), lr: call.load(1, as: (Double).self), lrDecay: call.load(2, as: (Double).self), weightDecay: call.load(3, as: (Double).self), initialAccumulator: call.load(4, as: (Double).self), eps: call.load(5, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.SGD.self).momentum) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.SGD.self); try base.momentum = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.SGD.self).dampening) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.SGD.self); try base.dampening = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.SGD.self).weightDecay) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.SGD.self); try base.weightDecay = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.SGD.self).nesterov) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.SGD.self); try base.nesterov = call.load(1, as: (Bool).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(Nabla.SGD(call.load(0, as: ([Nabla.Tensor]).self), lr: call.load(1, as: (Double).self), momentum: call.load(2, as: (Double).self), dampening: call.load(3, as: (Double).self), weightDecay: call.load(4, as: (Double).self), nesterov: call.load(5, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Optimizer.self).parameters) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Optimizer.self).lr) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Optimizer.self); try base.lr = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Optimizer.self).steps) },
      { (call: NativeCall) throws in try call.load(0, as: Nabla.Optimizer.self).zeroGrad(); try call.finish() },
      { (call: NativeCall) throws in try call.load(0, as: Nabla.Optimizer.self).step(); try call.finish() },
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
    ]
  }
}
