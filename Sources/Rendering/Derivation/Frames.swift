/// Pictures one after the other, each with its words: a calculation step by step.
///
/// As a cell's result it is HTML in which every step opens with a click, without a script, so that it works in an
/// exported page and in a notebook that is not trusted; in a terminal the steps follow one another as text.
public struct Frames: Displayable, Sendable {
  package var title: String
  package var frames: [Frame]

  package struct Frame: Sendable {
    package var title: String
    /// Lines of words and numbers.
    package var lines: [String]
    package var table: Table?
    package var diagram: Diagram?

    package init(title: String, lines: [String] = [], table: Table? = nil, diagram: Diagram? = nil) {
      self.title = title
      self.lines = lines
      self.table = table
      self.diagram = diagram
    }
  }

  package init(title: String, frames: [Frame]) {
    self.title = title
    self.frames = frames
  }

  public var bundle: MIMEBundle { MIMEBundle(text: text).adding(.html, .string(html)) }

  package var html: String {
    var html = "<div style=\"font-size:13px\">"
    if !title.isEmpty { html += "<div style=\"font-weight:600;padding:4px 0\">\(Escaping.markup(title))</div>" }
    // Frames of one graph share its layout: Graphviz runs once and not for each.
    var layouts: [String: Graphviz.Layout?] = [:]
    func picture(_ diagram: Diagram) -> String? {
      let key = diagram.layoutKey
      if layouts[key] == nil { layouts[key] = .some(diagram.layout) }
      return (layouts[key] ?? nil).map { diagram.svg($0) }
    }
    for (index, frame) in frames.enumerated() {
      html += "<details\(index == 0 ? " open=\"open\"" : "") style=\"margin:2px 0;padding:2px 8px;"
      html += "border-left:3px solid \(Palette.rule)\">"
      html += "<summary style=\"padding:2px 0\">\(index + 1). \(Escaping.markup(frame.title))</summary>"
      for line in frame.lines {
        html += "<div style=\"font-family:\(Palette.monospace);white-space:pre;padding:2px 10px\">"
        html += "\(Escaping.markup(line))</div>"
      }
      if let table = frame.table { html += table.html }
      if let svg = frame.diagram.flatMap(picture) {
        let words = Escaping.markup("computation graph, \(frame.title)")
        html += "<img alt=\"\(words)\" src=\"data:image/svg+xml;base64,\(Base64.encode(Array(svg.utf8)))\" />"
      }
      html += "</details>"
    }
    return html + "</div>"
  }

  package var text: String {
    let steps = frames.enumerated().map { index, frame in
      (["\(index + 1). \(frame.title)"] + frame.lines.map { "   \($0)" }).map(Escaping.terminal)
        + (frame.table.map { $0.text.split(separator: "\n").map { "   \($0)" } } ?? [])
    }
    return ((title.isEmpty ? [] : [[Escaping.terminal(title)]]) + steps).map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }
}
