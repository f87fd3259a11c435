// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions3: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Softsign.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Softsign.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.HardSigmoid()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.HardSigmoid.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.HardSigmoid.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.HardSwish()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.HardSwish.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.HardSwish.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Softmax.self).dim) },
      { (call: NativeCall) throws in try call.finish(Nabla.Softmax(dim: call.load(0, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Softmax.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Softmax.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LogSoftmax.self).dim) },
      { (call: NativeCall) throws in try call.finish(Nabla.LogSoftmax(dim: call.load(0, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LogSoftmax.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LogSoftmax.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Flatten.self).startDim) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Flatten.self).endDim) },
      { (call: NativeCall) throws in try call.finish(Nabla.Flatten(call.load(0, as: (Int).self), call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Flatten.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Flatten.self).description) },
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
      { (call: NativeCall) throws in try call.existential(0, as: (any Nabla.Module).self).train(); try call.finish() },
      { (call: NativeCall) throws in try call.existential(0, as: (any Nabla.Module).self).eval(); try call.finish() },
      { (call: NativeCall) throws in try call.existential(0, as: (any Nabla.Module).self).zeroGrad(); try call.finish() },
      { (call: NativeCall) throws in try call.existential(0, as: (any Nabla.Module).self).requiresGrad(call.load(1, as: (Bool).self)); try call.finish() },
      { (call: NativeCall) throws in try call.finishExistentials(call.load(0, as: Nabla.Sequential.self).layers) },
      { (call: NativeCall) throws in try call.finish(Nabla.Sequential(call.existentials(0, as: (any Nabla.Module).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Sequential(call.existentials(0, as: (any Nabla.Module).self))) },
    ]
  }
}
