// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions18: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).requiresGrad) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Tensor.self); try base.requiresGrad = call.load(1, as: (Bool).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).grad) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Tensor.self); try base.grad = call.load(1, as: ((Nabla.Tensor)?).self); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).name(call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).label) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).detach()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).item()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).toArray()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).toIntArray()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).toBoolArray()) },
      { (call: NativeCall) throws in try call.finish(Nabla.setNumThreads(call.load(0, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.getNumThreads()) },
    ]
  }
}
