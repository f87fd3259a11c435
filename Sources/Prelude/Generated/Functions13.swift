// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions13: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(Nabla.matmul(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.dot(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.bmm(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.outer(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.linear(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), bias: call.load(2, as: ((Nabla.Tensor)?).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).norm(p: call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).norm(p: call.load(1, as: (Double).self), dim: call.load(2, as: (Int).self), keepDim: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).norm(p: call.load(1, as: (Double).self), dim: call.load(2, as: ([Int]).self), keepDim: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).cumsum(call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).argmax(dim: call.load(1, as: ((Int)?).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).argmin(dim: call.load(1, as: ((Int)?).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).variance(correction: call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).variance(dim: call.load(1, as: (Int).self), correction: call.load(2, as: (Double).self), keepDim: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).variance(dim: call.load(1, as: ([Int]).self), correction: call.load(2, as: (Double).self), keepDim: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).std(correction: call.load(1, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).std(dim: call.load(1, as: (Int).self), correction: call.load(2, as: (Double).self), keepDim: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).std(dim: call.load(1, as: ([Int]).self), correction: call.load(2, as: (Double).self), keepDim: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).sum()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).sum(dim: call.load(1, as: (Int).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).sum(dim: call.load(1, as: ([Int]).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).mean()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).mean(dim: call.load(1, as: (Int).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).mean(dim: call.load(1, as: ([Int]).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).prod()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).prod(dim: call.load(1, as: (Int).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).prod(dim: call.load(1, as: ([Int]).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).max()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).max(dim: call.load(1, as: (Int).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).max(dim: call.load(1, as: ([Int]).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).min()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).min(dim: call.load(1, as: (Int).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).min(dim: call.load(1, as: ([Int]).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).logsumexp()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).logsumexp(dim: call.load(1, as: (Int).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).logsumexp(dim: call.load(1, as: ([Int]).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).any()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).any(dim: call.load(1, as: (Int).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).all()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).all(dim: call.load(1, as: (Int).self), keepDim: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.sum(call.load(0, as: (Nabla.Tensor).self))) },
    ]
  }
}
