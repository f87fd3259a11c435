// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions11: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).exp()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).exp2()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).expm1()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).log()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).log1p()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).log2()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).log10()) },
      { (call: NativeCall) throws in try call.finish(Nabla.exp(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.exp2(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.expm1(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.log(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.log1p(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.log2(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.log10(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).sinh()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).cosh()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).tanh()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).asinh()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).acosh()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).atanh()) },
      { (call: NativeCall) throws in try call.finish(Nabla.sinh(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.cosh(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.tanh(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.asinh(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.acosh(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.atanh(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).abs()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).sign()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).floor()) },
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
    ]
  }
}
