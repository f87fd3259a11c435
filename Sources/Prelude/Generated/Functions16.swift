// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions16: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Optimizer.self).zeroGrad()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Optimizer.self).step()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Schedule.self).optimizer) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Schedule.self).epoch) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Schedule.self).initialRate) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Schedule.self).step()) },
      { (call: NativeCall) throws in try call.finish(Nabla.StepLR(call.load(0, as: (Nabla.Optimizer).self), stepSize: call.load(1, as: (Int).self), gamma: call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.MultiStepLR(call.load(0, as: (Nabla.Optimizer).self), milestones: call.load(1, as: ([Int]).self), gamma: call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.ExponentialLR(call.load(0, as: (Nabla.Optimizer).self), gamma: call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.LinearLR(call.load(0, as: (Nabla.Optimizer).self), startFactor: call.load(1, as: (Double).self), endFactor: call.load(2, as: (Double).self), totalIters: call.load(3, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.CosineAnnealingLR(call.load(0, as: (Nabla.Optimizer).self), tMax: call.load(1, as: (Int).self), etaMin: call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.LambdaLR(call.load(0, as: (Nabla.Optimizer).self), call.closure(1))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.ReduceLROnPlateau.self).optimizer) },
      { (call: NativeCall) throws in try call.finish(Nabla.ReduceLROnPlateau(call.load(0, as: (Nabla.Optimizer).self), factor: call.load(1, as: (Double).self), patience: call.load(2, as: (Int).self), threshold: call.load(3, as: (Double).self), minLR: call.load(4, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.ReduceLROnPlateau.self).step(call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.ReduceLROnPlateau.self).step(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).kind) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).seed) },
      { (call: NativeCall) throws in try call.finish(Nabla.Generator(call.load(0, as: (Nabla.Generator.Kind).self), seed: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Generator.self).manualSeed(call.load(1, as: (Int).self))) },
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
      { (call: NativeCall) throws in try call.finish(Nabla.manualSeed(call.load(0, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: (Double).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([Double]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([[Double]]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([[[Double]]]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([[[[Double]]]]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
    ]
  }
}
