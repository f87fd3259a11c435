// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions17: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: (Int).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([Int]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([[Int]]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([Bool]).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([[Bool]]).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor(call.load(0, as: ([Double]).self), shape: call.load(1, as: ([Int]).self), dtype: call.load(2, as: (Nabla.DType).self), requiresGrad: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.zeros(call.load(0, as: ([Int]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.ones(call.load(0, as: ([Int]).self), dtype: call.load(1, as: (Nabla.DType).self), requiresGrad: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.full(call.load(0, as: ([Int]).self), call.load(1, as: (Double).self), dtype: call.load(2, as: (Nabla.DType).self), requiresGrad: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.zerosLike(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.onesLike(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.eye(call.load(0, as: (Int).self), call.load(1, as: ((Int)?).self), dtype: call.load(2, as: (Nabla.DType).self), requiresGrad: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.arange(call.load(0, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.arange(call.load(0, as: (Int).self), call.load(1, as: (Int).self), step: call.load(2, as: (Int).self), dtype: call.load(3, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.arange(call.load(0, as: (Double).self), call.load(1, as: (Double).self), step: call.load(2, as: (Double).self), dtype: call.load(3, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.linspace(call.load(0, as: (Double).self), call.load(1, as: (Double).self), call.load(2, as: (Int).self), dtype: call.load(3, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.oneHot(call.load(0, as: (Nabla.Tensor).self), count: call.load(1, as: (Int).self), dtype: call.load(2, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.DType.self).description) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.DType.self).isFloatingPoint) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.DType.self).byteCount) },
      { (call: NativeCall) throws in try call.finish(Nabla.AllIndex()) },
      { (call: NativeCall) throws in try call.finish(Nabla.AllIndex.all) },
      { (call: NativeCall) throws in let rest = try call.existentials(1, as: (any Nabla.TensorIndex).self); switch rest.count { case 0: try call.finish(call.load(0, as: Nabla.Tensor.self)[]); case 1: try call.finish(call.load(0, as: Nabla.Tensor.self)[rest[0]]); case 2: try call.finish(call.load(0, as: Nabla.Tensor.self)[rest[0], rest[1]]); case 3: try call.finish(call.load(0, as: Nabla.Tensor.self)[rest[0], rest[1], rest[2]]); case 4: try call.finish(call.load(0, as: Nabla.Tensor.self)[rest[0], rest[1], rest[2], rest[3]]); case 5: try call.finish(call.load(0, as: Nabla.Tensor.self)[rest[0], rest[1], rest[2], rest[3], rest[4]]); case 6: try call.finish(call.load(0, as: Nabla.Tensor.self)[rest[0], rest[1], rest[2], rest[3], rest[4], rest[5]]); default: throw TooManyArguments(limit: 6) } },
      { (call: NativeCall) throws in try call.update(0, as: Nabla.Tensor.self) { (value: inout Nabla.Tensor) throws in let rest = try call.existentials(1, as: (any Nabla.TensorIndex).self); switch rest.count { case 0: try value[] = call.load(2, as: (Nabla.Tensor).self); case 1: try value[rest[0]] = call.load(2, as: (Nabla.Tensor).self); case 2: try value[rest[0], rest[1]] = call.load(2, as: (Nabla.Tensor).self); case 3: try value[rest[0], rest[1], rest[2]] = call.load(2, as: (Nabla.Tensor).self); case 4: try value[rest[0], rest[1], rest[2], rest[3]] = call.load(2, as: (Nabla.Tensor).self); case 5: try value[rest[0], rest[1], rest[2], rest[3], rest[4]] = call.load(2, as: (Nabla.Tensor).self); case 6: try value[rest[0], rest[1], rest[2], rest[3], rest[4], rest[5]] = call.load(2, as: (Nabla.Tensor).self); default: throw TooManyArguments(limit: 6) } }; try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self)[call.load(1, as: (Nabla.Tensor).self)]) },
      { (call: NativeCall) throws in try call.update(0, as: Nabla.Tensor.self) { (value: inout Nabla.Tensor) throws in try value[call.load(1, as: (Nabla.Tensor).self)] = call.load(2, as: (Nabla.Tensor).self) }; try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.rand(call.load(0, as: ([Int]).self), generator: call.load(1, as: ((Nabla.Generator)?).self), dtype: call.load(2, as: (Nabla.DType).self), requiresGrad: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.uniform(call.load(0, as: ([Int]).self), call.load(1, as: (Double).self), call.load(2, as: (Double).self), generator: call.load(3, as: ((Nabla.Generator)?).self), dtype: call.load(4, as: (Nabla.DType).self), requiresGrad: call.load(5, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.randn(call.load(0, as: ([Int]).self), generator: call.load(1, as: ((Nabla.Generator)?).self), dtype: call.load(2, as: (Nabla.DType).self), requiresGrad: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.normal(call.load(0, as: ([Int]).self), call.load(1, as: (Double).self), call.load(2, as: (Double).self), generator: call.load(3, as: ((Nabla.Generator)?).self), dtype: call.load(4, as: (Nabla.DType).self), requiresGrad: call.load(5, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.randint(call.load(0, as: (Int).self), call.load(1, as: (Int).self), call.load(2, as: ([Int]).self), generator: call.load(3, as: ((Nabla.Generator)?).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.randint(call.load(0, as: (Int).self), call.load(1, as: ([Int]).self), generator: call.load(2, as: ((Nabla.Generator)?).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tensor.randperm(call.load(0, as: (Int).self), generator: call.load(1, as: ((Nabla.Generator)?).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).shape) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).rank) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).count) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).dtype) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).isLeaf) },
    ]
  }
}
