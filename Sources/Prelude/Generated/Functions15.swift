// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions15: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Adam.self).weightDecay) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Adam.self); try base.weightDecay = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Adam.self).amsgrad) },
      { (call: NativeCall) throws in try call.finish(Nabla.Adam(call.load(0, as: ([Nabla.Tensor]).self), lr: call.load(1, as: (Double).self), betas: call.pair(2), eps: call.load(3, as: (Double).self), weightDecay: call.load(4, as: (Double).self), amsgrad: call.load(5, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.AdamW(call.load(0, as: ([Nabla.Tensor]).self), lr: call.load(1, as: (Double).self), betas: call.pair(2), eps: call.load(3, as: (Double).self), weightDecay: call.load(4, as: (Double).self), amsgrad: call.load(5, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RMSprop.self).alpha) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.RMSprop.self); try base.alpha = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RMSprop.self).eps) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.RMSprop.self); try base.eps = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RMSprop.self).weightDecay) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.RMSprop.self); try base.weightDecay = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RMSprop.self).momentum) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.RMSprop.self); try base.momentum = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RMSprop.self).centered) },
      { (call: NativeCall) throws in try call.finish(Nabla.RMSprop(call.load(0, as: ([Nabla.Tensor]).self), lr: call.load(1, as: (Double).self), alpha: call.load(2, as: (Double).self), eps: call.load(3, as: (Double).self), weightDecay: call.load(4, as: (Double).self), momentum: call.load(5, as: (Double).self), centered: call.load(6, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Adagrad.self).lrDecay) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Adagrad.self); try base.lrDecay = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Adagrad.self).weightDecay) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Adagrad.self); try base.weightDecay = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Adagrad.self).initialAccumulator) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Adagrad.self).eps) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Adagrad.self); try base.eps = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(Nabla.Adagrad(call.load(0, as: ([Nabla.Tensor]).self), lr: call.load(1, as: (Double).self), lrDecay: call.load(2, as: (Double).self), weightDecay: call.load(3, as: (Double).self), initialAccumulator: call.load(4, as: (Double).self), eps: call.load(5, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.clipGradNorm(call.load(0, as: ([Nabla.Tensor]).self), call.load(1, as: (Double).self), p: call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.clipGradValue(call.load(0, as: ([Nabla.Tensor]).self), call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.SGD.self).momentum) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.SGD.self); try base.momentum = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.SGD.self).dampening) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.SGD.self); try base.dampening = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.SGD.self).weightDecay) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.SGD.self); try base.weightDecay = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.SGD.self).nesterov) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.SGD.self); try base.nesterov = call.load(1, as: (Bool).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(Nabla.SGD(call.load(0, as: ([Nabla.Tensor]).self), lr: call.load(1, as: (Double).self), momentum: call.load(2, as: (Double).self), dampening: call.load(3, as: (Double).self), weightDecay: call.load(4, as: (Double).self), nesterov: call.load(5, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.LBFGS(call.load(0, as: ([Nabla.Tensor]).self), lr: call.load(1, as: (Double).self), maxIter: call.load(2, as: (Int).self), maxEval: call.load(3, as: ((Int)?).self), toleranceGrad: call.load(4, as: (Double).self), toleranceChange: call.load(5, as: (Double).self), historySize: call.load(6, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LBFGS.self).step(call.closure(1))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Optimizer.self).parameters) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Optimizer.self).lr) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Optimizer.self); try base.lr = call.load(1, as: (Double).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Optimizer.self).steps) },
    ]
  }
}
