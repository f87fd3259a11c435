// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions7: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.BatchNorm.self).isTraining) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.BatchNorm.self); try base.isTraining = call.load(1, as: (Bool).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.BatchNorm.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.BatchNorm.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.BatchNorm1d(call.load(0, as: (Int).self), eps: call.load(1, as: (Double).self), momentum: call.load(2, as: (Double).self), affine: call.load(3, as: (Bool).self), trackRunningStats: call.load(4, as: (Bool).self), dtype: call.load(5, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.BatchNorm2d(call.load(0, as: (Int).self), eps: call.load(1, as: (Double).self), momentum: call.load(2, as: (Double).self), affine: call.load(3, as: (Bool).self), trackRunningStats: call.load(4, as: (Bool).self), dtype: call.load(5, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LayerNorm.self).weight) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LayerNorm.self).bias) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LayerNorm.self).shape) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LayerNorm.self).eps) },
      { (call: NativeCall) throws in try call.finish(Nabla.LayerNorm(call.load(0, as: (Int).self), eps: call.load(1, as: (Double).self), bias: call.load(2, as: (Bool).self), dtype: call.load(3, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.LayerNorm(call.load(0, as: ([Int]).self), eps: call.load(1, as: (Double).self), bias: call.load(2, as: (Bool).self), dtype: call.load(3, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LayerNorm.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LayerNorm.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Dropout.self).p) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Dropout.self).isTraining) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Dropout.self); try base.isTraining = call.load(1, as: (Bool).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(Nabla.Dropout(call.load(0, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Dropout.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Dropout.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RecurrentModule.self).inputs) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RecurrentModule.self).hidden) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RecurrentModule.self).batchFirst) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RecurrentModule.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RNN.self).usesRelu) },
      { (call: NativeCall) throws in try call.finish(Nabla.RNN(call.load(0, as: (Int).self), call.load(1, as: (Int).self), layers: call.load(2, as: (Int).self), nonlinearity: call.load(3, as: (String).self), bias: call.load(4, as: (Bool).self), batchFirst: call.load(5, as: (Bool).self), dtype: call.load(6, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in let result = try call.load(0, as: Nabla.RNN.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self), call.load(2, as: ((Nabla.Tensor)?).self)); try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in try call.finish(Nabla.LSTM(call.load(0, as: (Int).self), call.load(1, as: (Int).self), layers: call.load(2, as: (Int).self), bias: call.load(3, as: (Bool).self), batchFirst: call.load(4, as: (Bool).self), dtype: call.load(5, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.GRU(call.load(0, as: (Int).self), call.load(1, as: (Int).self), layers: call.load(2, as: (Int).self), bias: call.load(3, as: (Bool).self), batchFirst: call.load(4, as: (Bool).self), dtype: call.load(5, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in let result = try call.load(0, as: Nabla.GRU.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self), call.load(2, as: ((Nabla.Tensor)?).self)); try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in try call.finishExistentials(call.load(0, as: Nabla.Sequential.self).layers) },
      { (call: NativeCall) throws in try call.finish(Nabla.Sequential(call.existentials(0, as: (any Nabla.Module).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Sequential(call.existentials(0, as: (any Nabla.Module).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Sequential.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Sequential.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) + call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) - call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) * call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) / call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) ** call.load(1, as: (Nabla.Tensor).self)) },
    ]
  }
}
