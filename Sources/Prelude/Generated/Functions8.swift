// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions8: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(-(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).neg()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).pow(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).maximum(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).minimum(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).atan2(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).fmod(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).remainder(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).hypot(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).logAddExp(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.maximum(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.minimum(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.atan2(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.hypot(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.logAddExp(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.update(0, as: Nabla.Tensor.self) { (value: inout Nabla.Tensor) throws in try value += call.load(1, as: (Nabla.Tensor).self) }; try call.finish() },
      { (call: NativeCall) throws in try call.update(0, as: Nabla.Tensor.self) { (value: inout Nabla.Tensor) throws in try value += call.load(1, as: (Double).self) }; try call.finish() },
      { (call: NativeCall) throws in try call.update(0, as: Nabla.Tensor.self) { (value: inout Nabla.Tensor) throws in try value -= call.load(1, as: (Nabla.Tensor).self) }; try call.finish() },
      { (call: NativeCall) throws in try call.update(0, as: Nabla.Tensor.self) { (value: inout Nabla.Tensor) throws in try value -= call.load(1, as: (Double).self) }; try call.finish() },
      { (call: NativeCall) throws in try call.update(0, as: Nabla.Tensor.self) { (value: inout Nabla.Tensor) throws in try value *= call.load(1, as: (Nabla.Tensor).self) }; try call.finish() },
      { (call: NativeCall) throws in try call.update(0, as: Nabla.Tensor.self) { (value: inout Nabla.Tensor) throws in try value *= call.load(1, as: (Double).self) }; try call.finish() },
      { (call: NativeCall) throws in try call.update(0, as: Nabla.Tensor.self) { (value: inout Nabla.Tensor) throws in try value /= call.load(1, as: (Nabla.Tensor).self) }; try call.finish() },
      { (call: NativeCall) throws in try call.update(0, as: Nabla.Tensor.self) { (value: inout Nabla.Tensor) throws in try value /= call.load(1, as: (Double).self) }; try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).copy(from: call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) .< call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) .< call.load(1, as: (Double).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) .<= call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) .<= call.load(1, as: (Double).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) .> call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) .> call.load(1, as: (Double).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) .>= call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) .>= call.load(1, as: (Double).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) .== call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) .== call.load(1, as: (Double).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) .!= call.load(1, as: (Nabla.Tensor).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: (Nabla.Tensor).self) .!= call.load(1, as: (Double).self)) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).logicalAnd(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).logicalOr(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).logicalXor(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).logicalNot()) },
    ]
  }
}
