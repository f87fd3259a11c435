// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions1: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.Entry.self).input) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.Entry.self).position) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.Entry.self).analytic) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.Entry.self).numeric) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.Entry.self).verdict) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.self).entries) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.self).isPassed) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.self).count(call.load(1, as: (Nabla.GradientVerdict).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.GradientCheck.self).description) },
      { (call: NativeCall) throws in try call.finish(Nabla.gradcheck(call.closure(0), call.load(1, as: ([Nabla.Tensor]).self), eps: call.load(2, as: (Double).self), rtol: call.load(3, as: (Double).self), atol: call.load(4, as: (Double).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.detectAnomaly(call.load(0, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.verifyReplay(call.load(0, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.grad(of: call.closure(0))(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in let result = try Nabla.valueAndGrad(of: call.closure(0))(call.load(1, as: (Nabla.Tensor).self)); try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in let result = try Nabla.vjp(call.closure(0), call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Nabla.Tensor).self)); try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in let result = try Nabla.jvp(call.closure(0), call.load(1, as: (Nabla.Tensor).self), call.load(2, as: (Nabla.Tensor).self)); try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in try call.finish(Nabla.jacobian(of: call.closure(0))(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.hessian(of: call.closure(0))(call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Dataset.self).x) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Dataset.self).y) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Dataset.self).featureNames) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Dataset.self).classNames) },
      { (call: NativeCall) throws in try call.finish(Nabla.Dataset(call.load(0, as: (Nabla.Tensor).self), call.load(1, as: (Nabla.Tensor).self), featureNames: call.load(2, as: ([String]).self), classNames: call.load(3, as: ([String]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Dataset.self).count) },
      { (call: NativeCall) throws in let result = try call.load(0, as: Nabla.Dataset.self)[call.load(1, as: (Int).self)]; try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Dataset.self).select(call.load(1, as: ([Int]).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Dataset.self).shuffled(generator: call.load(1, as: ((Nabla.Generator)?).self))) },
      { (call: NativeCall) throws in let result = try call.load(0, as: Nabla.Dataset.self).split(call.load(1, as: (Double).self)); try call.finishTuple(result.0, result.1) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Dataset.self).description) },
      { (call: NativeCall) throws in try call.finish(try Nabla.Dataset.fashionMNIST(train: call.load(0, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Dataset.xor) },
      { (call: NativeCall) throws in try call.finish(Nabla.Dataset.moons(call.load(0, as: (Int).self), noise: call.load(1, as: (Double).self), generator: call.load(2, as: ((Nabla.Generator)?).self), dtype: call.load(3, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Dataset.spiral(call.load(0, as: (Int).self), classes: call.load(1, as: (Int).self), noise: call.load(2, as: (Double).self), generator: call.load(3, as: ((Nabla.Generator)?).self), dtype: call.load(4, as: (Nabla.DType).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.Dataset.iris) },
      { (call: NativeCall) throws in try call.finish(Nabla.Dataset.digits) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.CSV.self).names) },
      { (call: NativeCall) throws in try call.finish(Nabla.CSV(call.load(0, as: ([String]).self), call.load(1, as: (Nabla.Tensor).self))) },
      { (call: NativeCall) throws in try call.finish(try Nabla.CSV.load(call.load(0, as: (String).self), header: call.load(1, as: ((Bool)?).self), separator: call.load(2, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(try call.load(0, as: Nabla.CSV.self).save(call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.CSV.self).count) },
    ]
  }
}
