// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions10: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).ceil()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).round()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).trunc()) },
      { (call: NativeCall) throws in try call.finish(Nabla.abs(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.sign(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.floor(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.ceil(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.round(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.trunc(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).sqrt()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).rsqrt()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).square()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).reciprocal()) },
      { (call: NativeCall) throws in try call.finish(Nabla.sqrt(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.rsqrt(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.square(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.reciprocal(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).sin()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).cos()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).tan()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).asin()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).acos()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).atan()) },
      { (call: NativeCall) throws in try call.finish(Nabla.sin(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.cos(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.tan(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.asin(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.acos(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.atan(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.crossEntropy(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), weight: call.load(2, as: ((Nabla.Tensor)?).self), ignoreIndex: call.load(3, as: (Int).self), reduction: call.load(4, as: (Nabla.LossReduction).self), labelSmoothing: call.load(5, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.mseLoss(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), reduction: call.load(2, as: (Nabla.LossReduction).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.l1Loss(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), reduction: call.load(2, as: (Nabla.LossReduction).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.huberLoss(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), reduction: call.load(2, as: (Nabla.LossReduction).self), delta: call.load(3, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.smoothL1Loss(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), reduction: call.load(2, as: (Nabla.LossReduction).self), beta: call.load(3, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.bceLoss(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), reduction: call.load(2, as: (Nabla.LossReduction).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.bceWithLogits(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), reduction: call.load(2, as: (Nabla.LossReduction).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.klDiv(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), reduction: call.load(2, as: (Nabla.LossReduction).self), logTarget: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.hingeLoss(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), reduction: call.load(2, as: (Nabla.LossReduction).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.nllLoss(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), weight: call.load(2, as: ((Nabla.Tensor)?).self), ignoreIndex: call.load(3, as: (Int).self), reduction: call.load(4, as: (Nabla.LossReduction).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.dropout(call.load(0, as: (Nabla.Tensor).self), p: call.load(1, as: (Double).self), training: call.load(2, as: (Bool).self), generator: call.load(3, as: ((Nabla.Generator)?).self))) },
    ]
  }
}
