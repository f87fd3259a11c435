// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions6: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.MaxPool2d.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.MaxPool2d.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.AvgPool2d.self).kernel) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.AvgPool2d.self).stride) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.AvgPool2d.self).padding) },
      { (call: NativeCall) throws in try call.finish(Nabla.AvgPool2d(call.load(0, as: (Int).self), stride: call.load(1, as: ((Int)?).self), padding: call.load(2, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.AvgPool2d.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.AvgPool2d.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Embedding.self).weight) },
      { (call: NativeCall) throws in try call.finish(Nabla.Embedding(call.load(0, as: (Int).self), call.load(1, as: (Int).self), dtype: call.load(2, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Embedding.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Embedding.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Linear.self).weight) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Linear.self).bias) },
      { (call: NativeCall) throws in try call.finish(Nabla.Linear(call.load(0, as: (Int).self), call.load(1, as: (Int).self), bias: call.load(2, as: (Bool).self), dtype: call.load(3, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Linear.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Linear.self).description) },
      { (call: NativeCall) throws in try call.finish(call.existential(0, as: (any Nabla.Module).self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finishPairs(call.existential(0, as: (any Nabla.Module).self).namedParameters.map { ($0.0, $0.1) }) },
      { (call: NativeCall) throws in try call.finish(call.existential(0, as: (any Nabla.Module).self).parameters) },
      { (call: NativeCall) throws in try call.finishPairs(call.existential(0, as: (any Nabla.Module).self).namedTensors.map { ($0.0, $0.1) }) },
      { (call: NativeCall) throws in try call.finish(call.existential(0, as: (any Nabla.Module).self).parameterCount) },
      { (call: NativeCall) throws in try call.finish(call.existential(0, as: (any Nabla.Module).self)[call.load(1, as: (String).self)]) },
      { (call: NativeCall) throws in let base = try call.existential(0, as: (any Nabla.Module).self); try base[call.load(1, as: (String).self)] = call.load(2, as: (Nabla.Tensor).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.existential(0, as: (any Nabla.Module).self).train()) },
      { (call: NativeCall) throws in try call.finish(call.existential(0, as: (any Nabla.Module).self).eval()) },
      { (call: NativeCall) throws in try call.finish(call.existential(0, as: (any Nabla.Module).self).zeroGrad()) },
      { (call: NativeCall) throws in try call.finish(call.existential(0, as: (any Nabla.Module).self).requiresGrad(call.load(1, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.MultiHeadAttention.self).features) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.MultiHeadAttention.self).heads) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.MultiHeadAttention.self).batchFirst) },
      { (call: NativeCall) throws in try call.finish(Nabla.MultiHeadAttention(call.load(0, as: (Int).self), call.load(1, as: (Int).self), bias: call.load(2, as: (Bool).self), batchFirst: call.load(3, as: (Bool).self), dtype: call.load(4, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in let result = try call.load(0, as: Nabla.MultiHeadAttention.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Nabla.Tensor).self), call.load(3, as: (Nabla.Tensor).self), mask: call.load(4, as: ((Nabla.Tensor)?).self)); try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.MultiHeadAttention.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.BatchNorm.self).weight) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.BatchNorm.self).bias) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.BatchNorm.self).runningMean) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.BatchNorm.self).runningVariance) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.BatchNorm.self).eps) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.BatchNorm.self).momentum) },
    ]
  }
}
