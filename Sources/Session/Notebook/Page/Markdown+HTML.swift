import Rendering

extension Markdown {
  /// The text as HTML; `attachments` gives the files that the cell carries.
  func html(attachments: JSON? = nil) -> String {
    let writer = HTMLWriter(attachments: attachments)
    return blocks.map(writer.html).joined(separator: "\n")
  }

  /// The text of the first heading, without marks.
  var title: String? {
    for case .heading(_, let spans) in blocks { return Span.plainText(spans) }
    return nil
  }

  private struct HTMLWriter {
    let attachments: JSON?

    func html(_ block: Block) -> String {
      switch block {
      case .heading(let level, let spans): return "<h\(level)>\(html(spans))</h\(level)>"
      case .paragraph(let spans): return "<p>\(html(spans))</p>"
      case .code(_, let code): return "<pre><code>\(Escaping.markup(code))</code></pre>"
      case .quote(let blocks): return "<blockquote>\(blocks.map(html).joined())</blockquote>"
      case .list(let start, let items):
        let tag = start == nil ? "ul" : "ol"
        let first = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        return "<\(tag)\(first)>\(items.map { "<li>\(item($0))</li>" }.joined())</\(tag)>"
      case .table(let alignments, let header, let rows):
        let head = zip(header, alignments).map { cell("th", $0, $1) }.joined()
        let body = rows.map { row in "<tr>\(zip(row, alignments).map { cell("td", $0, $1) }.joined())</tr>" }.joined()
        return "<table><thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table>"
      case .math(let latex): return "<div class=\"formula\">\(Formula(parsing: latex).mathML(isBlock: true))</div>"
      case .rule: return "<hr>"
      }
    }

    /// An item that is one paragraph is set without the paragraph's space.
    private func item(_ blocks: [Block]) -> String {
      guard case .paragraph(let spans)? = blocks.first else { return blocks.map(html).joined() }
      return html(spans) + blocks.dropFirst().map(html).joined()
    }

    private func cell(_ tag: String, _ spans: [Span], _ alignment: Alignment) -> String {
      let style =
        switch alignment {
        case .natural: ""
        case .left: " style=\"text-align:left\""
        case .center: " style=\"text-align:center\""
        case .right: " style=\"text-align:right\""
        }
      return "<\(tag)\(style)>\(html(spans))</\(tag)>"
    }

    private func html(_ spans: [Span]) -> String {
      spans.map { span in
        switch span {
        case .text(let text): Escaping.markup(text)
        case .code(let code): "<code>\(Escaping.markup(code))</code>"
        case .math(let latex): Formula(parsing: latex).mathML(isBlock: false)
        case .emphasis(let spans): "<em>\(html(spans))</em>"
        case .strong(let spans): "<strong>\(html(spans))</strong>"
        case .struck(let spans): "<s>\(html(spans))</s>"
        case .link(let spans, let target): link(spans, target)
        case .image(let alternative, let source): image(alternative, source)
        case .lineBreak: "<br>"
        }
      }.joined()
    }

    private func link(_ spans: [Span], _ target: String) -> String {
      // A link goes to a page or to a place here, and never runs a script.
      let scheme = target.prefix { $0 != "/" && $0 != "#" && $0 != "?" }
      let isSafe = !scheme.contains(":") || ["https:", "http:", "mailto:"].contains { target.lowercased().hasPrefix($0) }
      return isSafe ? "<a href=\"\(Escaping.markup(target))\">\(html(spans))</a>" : html(spans)
    }

    /// A picture that the cell carries is drawn; one that would have to be fetched is named, since the page stands
    /// alone.
    private func image(_ alternative: String, _ source: String) -> String {
      let name = source.hasPrefix("attachment:") ? String(source.dropFirst("attachment:".count)) : nil
      if let name, case .object(let forms)? = attachments?[name] {
        for form in forms where form.key.hasPrefix("image/") {
          guard case .string(let data) = form.value else { continue }
          return "<img alt=\"\(Escaping.markup(alternative))\" src=\"data:\(Escaping.markup(form.key));base64,"
            + "\(Escaping.markup(data.filter { !$0.isWhitespace }))\">"
        }
      }
      return "<em>\(Escaping.markup(alternative.isEmpty ? source : alternative))</em>"
    }
  }
}

extension Markdown.Span {
  /// The words of spans, without their marks; formulas as Unicode.
  static func plainText(_ spans: [Markdown.Span]) -> String {
    spans.map { span in
      switch span {
      case .text(let text), .code(let text): text
      case .math(let latex): Formula(parsing: latex).text
      case .emphasis(let spans), .strong(let spans), .struck(let spans), .link(let spans, _): plainText(spans)
      case .image(let alternative, _): alternative
      case .lineBreak: "\n"
      }
    }.joined()
  }
}
