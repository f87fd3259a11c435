// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
internal import Nabla
internal import Rendering

extension LibraryModule {
  static var functions0: [NativeFunction] {
    [
      { (call: NativeCall) throws in try call.finish(Rendering.MIMEBundle(text: call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.MIMEBundle.self).adding(html: call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.MIMEBundle.self).adding(markdown: call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.MIMEBundle.self).adding(latex: call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.MIMEBundle.self).adding(svg: call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.MIMEBundle.self).text) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.MIMEType.self).rawValue) },
      { (call: NativeCall) throws in try call.update(0, as: Rendering.MIMEType.self) { (value: inout Rendering.MIMEType) throws in try value.rawValue = call.load(1, as: (String).self) }; try call.finish() },
      { (call: NativeCall) throws in try call.finish(Rendering.MIMEType(rawValue: call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Rendering.Chart(title: call.load(0, as: (String).self), x: call.load(1, as: (String).self), y: call.load(2, as: (String).self), logX: call.load(3, as: (Bool).self), logY: call.load(4, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.Chart.self).line(call.load(1, as: ([Double]).self), call.load(2, as: ([Double]).self), name: call.load(3, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.Chart.self).line(call.load(1, as: ([Double]).self), name: call.load(2, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.Chart.self).points(call.load(1, as: ([Double]).self), call.load(2, as: ([Double]).self), name: call.load(3, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.Chart.self).bars(call.load(1, as: ([Double]).self), name: call.load(2, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.Chart.self).bundle) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.Derivation.self).bundle) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.Frames.self).bundle) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.Diagram.self).bundle) },
      { (call: NativeCall) throws in try call.finish(Rendering.display(call.existential(0, as: ((any Rendering.Displayable)).self))) },
      { (call: NativeCall) throws in try call.finish(Rendering.display(call.existential(0, as: ((any Rendering.Displayable)).self), id: call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Rendering.updateDisplay(call.existential(0, as: ((any Rendering.Displayable)).self), id: call.load(1, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Rendering.display(html: call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Rendering.display(markdown: call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Rendering.display(latex: call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Rendering.display(svg: call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Rendering.display(png: call.load(0, as: ([UInt8]).self))) },
      { (call: NativeCall) throws in try call.finish(Rendering.printError(call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Rendering.clearOutput(wait: call.load(0, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.HTML.self).source) },
      { (call: NativeCall) throws in try call.update(0, as: Rendering.HTML.self) { (value: inout Rendering.HTML) throws in try value.source = call.load(1, as: (String).self) }; try call.finish() },
      { (call: NativeCall) throws in try call.finish(Rendering.HTML(call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Rendering.HTML.escape(call.load(0, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.HTML.self).bundle) },
      { (call: NativeCall) throws in try call.finish(Rendering.Table(call.load(0, as: ([String]).self), rows: call.load(1, as: ([[Double]]).self), caption: call.load(2, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(Rendering.Table(call.load(0, as: ([String]).self), rows: call.load(1, as: ([[String]]).self), caption: call.load(2, as: (String).self))) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.Table.self).rowCount) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Rendering.Table.self).bundle) },
      { (call: NativeCall) throws in try call.finish(call.load(0, as: Nabla.Tensor.self).backward(gradient: call.load(1, as: ((Nabla.Tensor)?).self), retainGraph: call.load(2, as: (Bool).self), createGraph: call.load(3, as: (Bool).self))) },
      { (call: NativeCall) throws in try call.finish(Nabla.isGradEnabled) },
      { (call: NativeCall) throws in try call.finish(Nabla.setGradEnabled(call.load(0, as: (Bool).self))) },
    ]
  }
}
