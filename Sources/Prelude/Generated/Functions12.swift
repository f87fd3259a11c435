// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions12: [NativeFunction] {
    [
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
      { (call: NativeCall) throws in try call.finish(Nabla.layerNorm(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: ([Int]).self), weight: call.load(2, as: ((Nabla.Tensor)?).self), bias: call.load(3, as: ((Nabla.Tensor)?).self), eps: call.load(4, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.batchNorm(call.load(0, as: (Nabla.Tensor).self), mean: call.load(1, as: ((Nabla.Tensor)?).self), variance: call.load(2, as: ((Nabla.Tensor)?).self), weight: call.load(3, as: ((Nabla.Tensor)?).self), bias: call.load(4, as: ((Nabla.Tensor)?).self), training: call.load(5, as: (Bool).self), momentum: call.load(6, as: (Double).self), eps: call.load(7, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).softmax(dim: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).logSoftmax(dim: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.softmax(call.load(0, as: (Nabla.Tensor).self), dim: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.logSoftmax(call.load(0, as: (Nabla.Tensor).self), dim: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in let rest = try call.load(1, as: ([Nabla.Tensor]).self); switch rest.count { case 0: try call.finish(Nabla.einsum(call.load(0, as: (String).self))); case 1: try call.finish(Nabla.einsum(call.load(0, as: (String).self), rest[0])); case 2: try call.finish(Nabla.einsum(call.load(0, as: (String).self), rest[0], rest[1])); case 3: try call.finish(Nabla.einsum(call.load(0, as: (String).self), rest[0], rest[1], rest[2])); case 4: try call.finish(Nabla.einsum(call.load(0, as: (String).self), rest[0], rest[1], rest[2], rest[3])); case 5: try call.finish(Nabla.einsum(call.load(0, as: (String).self), rest[0], rest[1], rest[2], rest[3], rest[4])); case 6: try call.finish(Nabla.einsum(call.load(0, as: (String).self), rest[0], rest[1], rest[2], rest[3], rest[4], rest[5])); default: throw TooManyArguments(limit: 6) } },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).matmul(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).dot(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).bmm(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).outer(call.load(1, as: (Nabla.Tensor).self))) },
    ]
  }
}
