// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions3: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(Nabla.images(call.load(0, as: (Nabla.Tensor).self), labels: call.load(1, as: ([String]).self), columns: call.load(2, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.decisionBoundary(call.existential(0, as: ((any Nabla.Module)).self), call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Nabla.Tensor).self), resolution: call.load(3, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.lossSurface(call.existential(0, as: ((any Nabla.Module)).self), span: call.load(1, as: (Double).self), resolution: call.load(2, as: (Int).self), seed: call.load(3, as: (Int).self), loss: call.closure(4))) },
      { (call: NativeCall) throws in try call.finish(Nabla.activationCurves(call.load(0, as: ([String]).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.gradients(call.existential(0, as: ((any Nabla.Module)).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.gradients(call.existential(0, as: ((any Nabla.Module)).self), through: call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.gradients(call.existential(0, as: ((any Nabla.Module)).self), checking: call.closure(1), entries: call.load(2, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.gradients(call.load(0, as: ([Nabla.Tensor]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientReport.self).norm) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientReport.self).bundle) },
      { (call: NativeCall) throws in try call.finish(Nabla.graph(call.load(0, as: (Nabla.Tensor).self), depth: call.load(1, as: ((Int)?).self), open: call.load(2, as: ([String]).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.compare(call.load(0, as: (Nabla.History).self), call.load(1, as: (Nabla.History).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RunComparison.self).firstDifference) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RunComparison.self).firstOperation) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RunComparison.self).isIdentical) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.RunComparison.self).bundle) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).name) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).epochs) },
      { (call: NativeCall) throws in try call.finish(Nabla.History(call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).record(epoch: call.load(1, as: (Int).self), loss: call.load(2, as: (Nabla.Tensor).self), model: call.optionalExistential(3), lr: call.load(4, as: ((Double)?).self), metrics: call.load(5, as: ([String: Double]).self), trace: call.load(6, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).record(epoch: call.load(1, as: (Int).self), loss: call.load(2, as: (Double).self), model: call.optionalExistential(3), lr: call.load(4, as: ((Double)?).self), metrics: call.load(5, as: ([String: Double]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).losses) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).values(of: call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).count) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).showLive()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).bundle) },
      { (call: NativeCall) throws in try call.finish(Nabla.plot(call.load(0, as: (Nabla.History).self), smoothing: call.load(1, as: (Double).self), logY: call.load(2, as: ((Bool)?).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.plot(call.load(0, as: ([Nabla.History]).self), smoothing: call.load(1, as: (Double).self), logY: call.load(2, as: ((Bool)?).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.plotMean(call.load(0, as: ([Nabla.History]).self), logY: call.load(1, as: ((Bool)?).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.plot(call.load(0, as: ([Double]).self), name: call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.plot(call.load(0, as: ([Double]).self), call.load(1, as: ([Double]).self), name: call.load(2, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.plotHistograms(call.load(0, as: (Nabla.History).self), limit: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.ProgressBar(total: call.load(0, as: (Int).self), label: call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.ProgressBar.self).advance()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.ProgressBar.self).finish()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).bundle) },
      { (call: NativeCall) throws in try call.finish(Nabla.ReLU()) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.ReLU.self).callAsFunction(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.ReLU.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.Tanh()) },
    ]
  }
}
