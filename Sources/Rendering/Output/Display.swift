/// Shows a value in its richest form: a table, a chart, a graph, a tensor.
public func display(_ value: any Displayable) { Output.show(value) }

/// Shows a value as a display with a name, which `updateDisplay(_:id:)` can change later.
public func display(_ value: any Displayable, id: String) { Output.show(value, id: id) }

/// Changes every display of this name, also one of an earlier cell.
///
/// A display changes at most 20 times a second; the last value given is always the one that stays.
public func updateDisplay(_ value: any Displayable, id: String) { Output.update(value, id: id) }

/// Shows a piece of HTML. Front ends remove scripts and style elements from notebooks that are not trusted.
public func display(html: String) { Output.show(HTML(html)) }

/// Shows Markdown, with formulas between dollar signs.
public func display(markdown: String) { Output.show(Fragment(.markdown, markdown)) }

/// Shows a formula; `$$` is put around it unless it has its own delimiters.
public func display(latex: String) {
  let hasDelimiters = latex.contains("$") || latex.contains("\\[") || latex.contains("\\begin{")
  Output.show(Fragment(.latex, hasDelimiters ? latex : "$$\(latex)$$", text: latex))
}

/// Shows a drawing, given as SVG source, with a PNG of it where librsvg is installed.
public func display(svg: String) { Output.show(Drawing(svg: svg)) }

/// Shows a picture, given as the bytes of a PNG file.
public func display(png: [UInt8]) { Output.show(Fragment(.png, Base64.encode(png), text: "PNG, \(png.count) bytes")) }

/// Writes a line to standard error, which notebooks set off in colour.
public func printError(_ message: String) { Output.sink.write(message + "\n", to: .stderr) }

/// Clears the output of the cell; with `wait: true` only when the next output comes, which avoids flicker.
public func clearOutput(wait: Bool = false) { Output.clear(wait: wait) }

/// A piece of HTML as a value: the result of a cell, or an argument of `display`.
public struct HTML: Displayable, Sendable {
  /// The HTML source.
  public var source: String

  /// Takes HTML source as it is; text of others must be escaped first, as `HTML.escape(_:)` does.
  public init(_ source: String) { self.source = source }

  /// The text with the five characters of HTML's syntax replaced: `<` becomes `&lt;`.
  public static func escape(_ text: String) -> String { Escaping.markup(text) }

  public var bundle: MIMEBundle { MIMEBundle(text: Fragment.words(ofHTML: source)).adding(.html, .string(source)) }
}

/// One form of an output with its text.
package struct Fragment: Displayable {
  package var type: MIMEType
  package var source: String
  package var text: String

  package init(_ type: MIMEType, _ source: String, text: String? = nil) {
    self.type = type
    self.source = source
    self.text = text ?? source
  }

  package var bundle: MIMEBundle { MIMEBundle(text: text).adding(type, .string(source)) }

  /// The words of an HTML text, for a terminal: tags are left out, blocks begin a new line.
  static func words(ofHTML source: String) -> String {
    let blocks: Set<Substring> = [
      "br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "hr", "pre",
    ]
    let entities = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&nbsp;": " ", "&amp;": "&"]
    var words = ""
    var rest = source[...]
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        let tag = rest[rest.index(after: rest.startIndex)..<end]
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        if blocks.contains(name[...]), !words.isEmpty, words.last != "\n" { words += "\n" }
        if name == "td" || name == "th", !tag.hasPrefix("/"), words.last.map({ $0 != "\n" }) ?? false { words += "  " }
        rest = rest[rest.index(after: end)...]
      } else if character == "&", let entity = entities.first(where: { rest.hasPrefix($0.key) }) {
        words += entity.value
        rest = rest.dropFirst(entity.key.count)
      } else {
        words.append(character)
        rest = rest.dropFirst()
      }
    }
    return words.split(separator: "\n").joined(separator: "\n")
  }
}
