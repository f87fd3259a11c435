import Rendering

/// Text with the colour codes of terminals, taken apart. Other control sequences are dropped.
struct ANSIText {
  struct Style: Equatable {
    var isBold = false
    var isDim = false
    /// A colour of the eight, 0 (black) to 7 (white).
    var color: Int?
  }

  private(set) var runs: [(text: String, style: Style)] = []

  init(_ text: String) {
    var style = Style()
    var rest = text.unicodeScalars[...]
    while let escape = rest.firstIndex(of: "\u{1B}") {
      append(rest[..<escape], style)
      rest = rest[rest.index(after: escape)...]
      guard rest.first == "[" else { continue }
      rest = rest.dropFirst()
      let parameters = rest.prefix { ("0"..."9").contains($0) || $0 == ";" }
      rest = rest[parameters.endIndex...]
      if rest.popFirst() == "m" { Self.apply(String(parameters), to: &style) }
    }
    append(rest, style)
  }

  /// The text without its codes.
  var plain: String { runs.map(\.text).joined() }

  private mutating func append(_ text: Substring.UnicodeScalarView, _ style: Style) {
    guard !text.isEmpty else { return }
    if runs.last?.style == style { runs[runs.count - 1].text += String(text) } else { runs.append((String(text), style)) }
  }

  private static func apply(_ parameters: String, to style: inout Style) {
    for code in parameters.isEmpty ? [0] : parameters.split(separator: ";").map({ Int($0) ?? 0 }) {
      switch code {
      case 0: style = Style()
      case 1: style.isBold = true
      case 2: style.isDim = true
      case 22: (style.isBold, style.isDim) = (false, false)
      case 30...37: style.color = code - 30
      case 39: style.color = nil
      case 90...97: style.color = code - 90
      default: break
      }
    }
  }

  /// The text for a page, whose style sheet has the classes `bold`, `dim` and `ansi-0` to `ansi-7`.
  var html: String {
    runs.map { run in
      var classes: [String] = []
      if run.style.isBold { classes.append("bold") }
      if run.style.isDim { classes.append("dim") }
      if let color = run.style.color { classes.append("ansi-\(color)") }
      let text = Escaping.markup(run.text)
      return classes.isEmpty ? text : "<span class=\"\(classes.joined(separator: " "))\">\(text)</span>"
    }.joined()
  }
}
