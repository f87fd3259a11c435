// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions14: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(Nabla.mean(call.load(0, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).to(call.load(1, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).clone()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).contiguous()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).indexSelect(call.load(1, as: (Int).self), call.load(2, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).gather(call.load(1, as: (Int).self), call.load(2, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).scatterAdd(call.load(1, as: (Int).self), call.load(2, as: (Nabla.Tensor).self), call.load(3, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.cat(call.load(0, as: ([Nabla.Tensor]).self), dim: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.stack(call.load(0, as: ([Nabla.Tensor]).self), dim: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).split(call.load(1, as: (Int).self), dim: call.load(2, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).split(call.load(1, as: ([Int]).self), dim: call.load(2, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).chunk(call.load(1, as: (Int).self), dim: call.load(2, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).flip(call.load(1, as: ([Int]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).roll(call.load(1, as: (Int).self), dim: call.load(2, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).tile(call.load(1, as: ([Int]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).tril(call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).triu(call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).diagonal()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).trace()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).unbind(call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in let result = try call.load(0, as: Nabla.Tensor.self).sort(dim: call.load(1, as: (Int).self), descending: call.load(2, as: (Bool).self)); try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).argsort(dim: call.load(1, as: (Int).self), descending: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in let result = try call.load(0, as: Nabla.Tensor.self).topk(call.load(1, as: (Int).self), dim: call.load(2, as: (Int).self), largest: call.load(3, as: (Bool).self)); try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).lerp(call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.cosineSimilarity(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), dim: call.load(2, as: (Int).self), eps: call.load(3, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).reshape(call.load(1, as: ([Int]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).permute(call.load(1, as: ([Int]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).transpose(call.load(1, as: (Int).self), call.load(2, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).T) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).expand(call.load(1, as: ([Int]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).expandAs(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).squeeze()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).squeeze(call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).unsqueeze(call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).flatten(call.load(1, as: (Int).self), call.load(2, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).pad(call.load(1, as: ([Int]).self), value: call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in let result = try call.load(0, as: Nabla.Adam.self).betas; try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Adam.self); try base.betas = call.pair(1); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Adam.self).eps) },
      { (call: NativeCall) throws in let base = try call.load(0, as: Nabla.Adam.self); try base.eps = call.load(1, as: (Double).self); try call.finish() },
    ]
  }
}
