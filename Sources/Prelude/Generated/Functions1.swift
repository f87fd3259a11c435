// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions1: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.Entry.self).verdict) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.self).entries) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.self).isPassed) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.self).count(call.load(1, as: (Nabla.GradientVerdict).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.gradcheck(call.closure(0), call.load(1, as: ([Nabla.Tensor]).self), eps: call.load(2, as: (Double).self), rtol: call.load(3, as: (Double).self), atol: call.load(4, as: (Double).self))) },
      { (call: NativeCall) throws in try Nabla.detectAnomaly(call.load(0, as: (Bool).self)); try call.finish() },
      { (call: NativeCall) throws in try call.finish(Nabla.grad(of: call.closure(0))(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in let result = try Nabla.valueAndGrad(of: call.closure(0))(call.load(1, as: (Nabla.Tensor).self)); try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in let result = try Nabla.vjp(call.closure(0), call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Nabla.Tensor).self)); try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in let result = try Nabla.jvp(call.closure(0), call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Nabla.Tensor).self)); try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in try call.finish(Nabla.jacobian(of: call.closure(0))(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.hessian(of: call.closure(0))(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.explain(call.load(0, as: (Nabla.Tensor).self), by: call.load(1, as: (Nabla.Tensor).self), at: call.load(2, as: ([Int]).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.explain(call.closure(0), by: call.load(1, as: (Nabla.Tensor).self), at: call.load(2, as: ([Int]).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.explain(update: call.load(0, as: (Nabla.Tensor).self), at: call.load(1, as: ([Int]).self), lr: call.load(2, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.steps(call.load(0, as: (Nabla.Tensor).self), limit: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.histogram(call.load(0, as: (Nabla.Tensor).self), bins: call.load(1, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.heatmap(call.load(0, as: (Nabla.Tensor).self), title: call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.confusionMatrix(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), classes: call.load(2, as: ([String]).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.images(call.load(0, as: (Nabla.Tensor).self), labels: call.load(1, as: ([String]).self), columns: call.load(2, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.decisionBoundary(call.existential(0, as: ((any Nabla.Module)).self), call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Nabla.Tensor).self), resolution: call.load(3, as: (Int).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.lossSurface(call.existential(0, as: ((any Nabla.Module)).self), span: call.load(1, as: (Double).self), resolution: call.load(2, as: (Int).self), seed: call.load(3, as: (Int).self), loss: call.closure(4))) },
      { (call: NativeCall) throws in try call.finish(Nabla.activationCurves(call.load(0, as: ([String]).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.gradients(call.existential(0, as: ((any Nabla.Module)).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.gradients(call.load(0, as: ([Nabla.Tensor]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientReport.self).norm) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientReport.self).bundle) },
      { (call: NativeCall) throws in try call.finish(Nabla.graph(call.load(0, as: (Nabla.Tensor).self), depth: call.load(1, as: ((Int)?).self), open: call.load(2, as: ([String]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).name) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).epochs) },
      { (call: NativeCall) throws in try call.finish(Nabla.History(call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.load(0, as: Nabla.History.self).record(epoch: call.load(1, as: (Int).self), loss: call.load(2, as: (Nabla.Tensor).self), model: call.optionalExistential(3), lr: call.load(4, as: ((Double)?).self), metrics: call.load(5, as: ([String: Double]).self)); try call.finish() },
      { (call: NativeCall) throws in try call.load(0, as: Nabla.History.self).record(epoch: call.load(1, as: (Int).self), loss: call.load(2, as: (Double).self), model: call.optionalExistential(3), lr: call.load(4, as: ((Double)?).self), metrics: call.load(5, as: ([String: Double]).self)); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).losses) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).values(of: call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).count) },
      { (call: NativeCall) throws in try call.load(0, as: Nabla.History.self).showLive(); try call.finish() },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.History.self).bundle) },
      { (call: NativeCall) throws in try call.finish(Nabla.plot(call.load(0, as: (Nabla.History).self), smoothing: call.load(1, as: (Double).self), logY: call.load(2, as: ((Bool)?).self))) },
    ]
  }
}
