// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions10: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(Nabla.conv2d(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), bias: call.load(2, as: ((Nabla.Tensor)?).self), stride: call.load(3, as: (Int).self), padding: call.load(4, as: (Int).self), dilation: call.load(5, as: (Int).self), groups: call.load(6, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.conv2d(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), bias: call.load(2, as: ((Nabla.Tensor)?).self), stride: call.load(3, as: ([Int]).self), padding: call.load(4, as: ([Int]).self), dilation: call.load(5, as: ([Int]).self), groups: call.load(6, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.conv1d(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), bias: call.load(2, as: ((Nabla.Tensor)?).self), stride: call.load(3, as: (Int).self), padding: call.load(4, as: (Int).self), dilation: call.load(5, as: (Int).self), groups: call.load(6, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.convTranspose2d(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), bias: call.load(2, as: ((Nabla.Tensor)?).self), stride: call.load(3, as: (Int).self), padding: call.load(4, as: (Int).self), outputPadding: call.load(5, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.maxPool2d(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Int).self), stride: call.load(2, as: ((Int)?).self), padding: call.load(3, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.avgPool2d(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Int).self), stride: call.load(2, as: ((Int)?).self), padding: call.load(3, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).sigmoid()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).logSigmoid()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).relu()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).relu6()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).leakyRelu(negativeSlope: call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).elu(alpha: call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).selu()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).gelu()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).geluTanh()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).silu()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).mish()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).softplus(beta: call.load(1, as: (Double).self), threshold: call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).softsign()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).hardSigmoid()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).hardSwish()) },
      { (call: NativeCall) throws in try call.finish(Nabla.sigmoid(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.logSigmoid(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.relu(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.relu6(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.leakyRelu(call.load(0, as: (Nabla.Tensor).self), negativeSlope: call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.elu(call.load(0, as: (Nabla.Tensor).self), alpha: call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.selu(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.gelu(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.geluTanh(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.silu(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.mish(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.softplus(call.load(0, as: (Nabla.Tensor).self), beta: call.load(1, as: (Double).self), threshold: call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.softsign(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.hardSigmoid(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.hardSwish(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).erf()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).erfc()) },
      { (call: NativeCall) throws in try call.finish(Nabla.erf(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.erfc(call.load(0, as: (Nabla.Tensor).self))) },
    ]
  }
}
