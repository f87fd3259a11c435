// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions5: [NativeFunction] {
    [
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
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv2d.self).weight) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv2d.self).bias) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv2d.self).stride) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv2d.self).padding) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv2d.self).dilation) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv2d.self).groups) },
      { (call: NativeCall) throws in try call.finish(Nabla.Conv2d(call.load(0, as: (Int).self), call.load(1, as: (Int).self), call.load(2, as: (Int).self), stride: call.load(3, as: (Int).self), padding: call.load(4, as: (Int).self), dilation: call.load(5, as: (Int).self), groups: call.load(6, as: (Int).self), bias: call.load(7, as: (Bool).self), dtype: call.load(8, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv2d.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv2d.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv1d.self).weight) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv1d.self).bias) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv1d.self).stride) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv1d.self).padding) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv1d.self).dilation) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv1d.self).groups) },
      { (call: NativeCall) throws in try call.finish(Nabla.Conv1d(call.load(0, as: (Int).self), call.load(1, as: (Int).self), call.load(2, as: (Int).self), stride: call.load(3, as: (Int).self), padding: call.load(4, as: (Int).self), dilation: call.load(5, as: (Int).self), groups: call.load(6, as: (Int).self), bias: call.load(7, as: (Bool).self), dtype: call.load(8, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv1d.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Conv1d.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.MaxPool2d.self).kernel) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.MaxPool2d.self).stride) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.MaxPool2d.self).padding) },
      { (call: NativeCall) throws in try call.finish(Nabla.MaxPool2d(call.load(0, as: (Int).self), stride: call.load(1, as: ((Int)?).self), padding: call.load(2, as: (Int).self))) },
    ]
  }
}
