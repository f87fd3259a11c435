package import Language
internal import Nabla
package import Rendering

/// How a cell's value is shown.
package enum Display {
  /// Bytes of a result's text, at most: an array of millions would lock the browser. `print` gives all of it.
  private static let textLimit = 200_000

  /// Every form of a value: of a library's value that has pictures its own, of a cell's type that conforms to
  /// `Displayable` what it says, else the text that `print` gives.
  package static func bundle(of value: CellValue) -> MIMEBundle {
    // An optional shows what it holds: `w.grad` is a tensor to look at, like any other.
    let opened = (value.unwrapped ?? value).opened
    if let object = opened.nativeObject {
      if let node = object as? Nabla.Node { return Tensor(node).bundle }
      let inner = (object as? any AnyNativeBox)?.anyValue ?? object
      if let shown = inner as? any Displayable { return shown.bundle }
    } else if opened.conforms(to: "Displayable") {
      let bundle = try? opened.callRequirement("bundle", of: "Displayable") { try $0.native(as: MIMEBundle.self) }
      if let bundle { return bundle }
    }
    // As the REPL of Swift: a string in quotes, everything else as `print` shows it.
    let isText = opened.type.name == "String" || opened.type.name == "Character"
    return MIMEBundle(text: opened.machine.describe(value, debug: isText, limit: textLimit))
  }
}
