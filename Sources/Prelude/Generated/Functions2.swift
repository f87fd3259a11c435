// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions2: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.CSV.self)[call.load(1, as: (String).self)]) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.CSV.self).tensor(call.load(1, as: ([String]).self), dtype: call.load(2, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.CSV.self).text(call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.CSV.self).classNames(call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.CSV.self).classes(call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.CSV.self).description) },
      { (call: NativeCall) throws in try call.finish(try Nabla.Tensor.load(call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(try call.load(0, as: Nabla.Tensor.self).save(call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.TensorArchive()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.TensorArchive.self).names) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.TensorArchive.self).count) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.TensorArchive.self)[call.load(1, as: (String).self)]) },
      { (call: NativeCall) throws in try call.update(0, as: Nabla.TensorArchive.self) { (value: inout Nabla.TensorArchive) throws in try value[call.load(1, as: (String).self)] = call.load(2, as: (Nabla.Tensor).self) }; try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.TensorArchive.self).contains(call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.TensorArchive.self).note(call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.update(0, as: Nabla.TensorArchive.self) { (value: inout Nabla.TensorArchive) throws in try value.setNote(call.load(1, as: (String).self), call.load(2, as: (String).self)) }; try call.finish() },
      { (call: NativeCall) throws in try call.finish(try Nabla.TensorArchive.load(call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(try call.load(0, as: Nabla.TensorArchive.self).save(call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(try call.existential(0, as: (any Nabla.Module).self).save(call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(try call.existential(0, as: (any Nabla.Module).self).load(call.load(1, as: (String).self), strict: call.load(2, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.DataLoader.self).dataset) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.DataLoader.self).batchSize) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.DataLoader.self).shuffle) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.DataLoader.self).dropLast) },
      { (call: NativeCall) throws in try call.finish(Nabla.DataLoader(call.load(0, as: (Nabla.Dataset).self), batchSize: call.load(1, as: (Int).self), shuffle: call.load(2, as: (Bool).self), dropLast: call.load(3, as: (Bool).self), generator: call.load(4, as: ((Nabla.Generator)?).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.DataLoader.self).count) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.DataLoader.self).underestimatedCount) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.DataLoader.self).makeIterator()) },
      { (call: NativeCall) throws in try call.finishOptionalTuple(call.load(0, as: Nabla.BatchIterator.self).next()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Diagnosis.self).findings) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Diagnosis.self).isHealthy) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Diagnosis.self).bundle) },
      { (call: NativeCall) throws in try call.finish(Nabla.diagnose(call.existential(0, as: ((any Nabla.Module)).self), on: call.load(1, as: (Nabla.Tensor).self), lr: call.load(2, as: ((Double)?).self), loss: call.closure(3))) },
      { (call: NativeCall) throws in try call.finish(Nabla.explain(call.load(0, as: (Nabla.Tensor).self), by: call.load(1, as: (Nabla.Tensor).self), at: call.load(2, as: ([Int]).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.explain(call.closure(0), by: call.load(1, as: (Nabla.Tensor).self), at: call.load(2, as: ([Int]).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.explain(update: call.load(0, as: (Nabla.Tensor).self), at: call.load(1, as: ([Int]).self), lr: call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.steps(call.load(0, as: (Nabla.Tensor).self), limit: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.histogram(call.load(0, as: (Nabla.Tensor).self), bins: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.heatmap(call.load(0, as: (Nabla.Tensor).self), title: call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.confusionMatrix(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), classes: call.load(2, as: ([String]).self))) },
    ]
  }
}
