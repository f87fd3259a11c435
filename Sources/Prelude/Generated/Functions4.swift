// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions4: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tanh.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tanh.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.Sigmoid()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Sigmoid.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Sigmoid.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.LogSigmoid()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LogSigmoid.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LogSigmoid.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.ReLU6()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.ReLU6.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.ReLU6.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LeakyReLU.self).negativeSlope) },
      { (call: NativeCall) throws in try call.finish(Nabla.LeakyReLU(negativeSlope: call.load(0, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LeakyReLU.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.LeakyReLU.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.ELU.self).alpha) },
      { (call: NativeCall) throws in try call.finish(Nabla.ELU(alpha: call.load(0, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.ELU.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.ELU.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.SELU()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.SELU.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.SELU.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.GELU()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GELU.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GELU.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.SiLU()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.SiLU.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.SiLU.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.Mish()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Mish.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Mish.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Softplus.self).beta) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Softplus.self).threshold) },
      { (call: NativeCall) throws in try call.finish(Nabla.Softplus(beta: call.load(0, as: (Double).self), threshold: call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Softplus.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Softplus.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.Softsign()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Softsign.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Softsign.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.HardSigmoid()) },
    ]
  }
}
