import Rendering

/// A notebook as one HTML file that needs nothing else: no script, no font, no network. Formulas are MathML, charts
/// are the SVG of their bundle, and the colours follow the reader's light or dark setting.
package struct NotebookPage {
  private let notebook: Notebook
  private let title: String

  /// A page of a notebook; `name` is its title where no Markdown cell has a heading.
  package init(_ notebook: Notebook, name: String) {
    self.notebook = notebook
    let texts = notebook.cells.lazy.filter { $0.kind == .markdown }.map { Markdown(parsing: $0.source) }
    title = texts.compactMap(\.title).first ?? name
  }

  package var html: String {
    // Nothing runs and nothing is fetched, whatever an output holds.
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="Nabla">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <title>\(Escaping.markup(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      \(notebook.cells.compactMap(html).joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  /// The language of the text, which a lesson states in its metadata: hyphens and screen readers go by it.
  private var language: String {
    if case .string(let language)? = notebook.metadata["lang"] { Escaping.markup(language) } else { "en" }
  }

  private func html(_ cell: Notebook.Cell) -> String? {
    switch cell.kind {
    case .markdown:
      return "<section class=\"text\">\n\(Markdown(parsing: cell.source).html(attachments: cell.attachments))\n</section>"
    case .code:
      let number = cell.executionCount.map(String.init) ?? " "
      let source = HighlightedSource(cell.source).html
      let outputs = cell.outputs.map(html).joined(separator: "\n")
      return """
        <section class="cell" id="\(Escaping.markup(cell.id))">
        <div class="source"><span class="count">\(number)</span><pre><code>\(source)</code></pre></div>
        \(outputs.isEmpty ? "" : "<div class=\"outputs\">\n\(outputs)\n</div>")
        </section>
        """
    // A raw cell is meant for one converter, and this is not the one.
    case .raw: return nil
    }
  }

  private func html(_ output: Notebook.Output) -> String {
    switch output {
    case .stream(let stream, let text):
      "<pre class=\"\(stream.rawValue)\">\(ANSIText(text.droppingLastNewline).html)</pre>"
    case .error(_, _, let traceback):
      "<pre class=\"error\">\(ANSIText(traceback.joined(separator: "\n")).html)</pre>"
    case .display(let bundle), .result(let bundle, _): html(bundle)
    }
  }

  /// The best form of a bundle for a page, in the order of `nbconvert`.
  private func html(_ bundle: MIMEBundle) -> String {
    if let html = bundle.string(.html) { return "<div class=\"rich\">\(html)</div>" }
    if let markdown = bundle.string(.markdown) { return "<div class=\"rich\">\(Markdown(parsing: markdown).html())</div>" }
    if let svg = bundle.string(.svg) { return "<figure>\(svg.fromElement("<svg"))</figure>" }
    if let latex = bundle.string(.latex) {
      return "<div class=\"formula\">\(Formula(parsing: latex.withoutDollars).mathML(isBlock: true))</div>"
    }
    if let png = bundle.string(.png) {
      let data = Escaping.markup(png.filter { !$0.isWhitespace })
      return "<figure><img alt=\"\(Escaping.markup(bundle.text))\" src=\"data:image/png;base64,\(data)\"></figure>"
    }
    return "<pre class=\"value\">\(ANSIText(bundle.text).html)</pre>"
  }
}

extension MIMEBundle {
  fileprivate func string(_ type: MIMEType) -> String? {
    if case .string(let text)? = self[type] { text } else { nil }
  }
}

extension String {
  fileprivate var droppingLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }

  /// The text from the first occurrence of a mark: an SVG without its XML prologue.
  fileprivate func fromElement(_ mark: String) -> String {
    firstRange(of: mark).map { String(self[$0.lowerBound...]) } ?? self
  }

  /// LaTeX without the dollar signs around it.
  fileprivate var withoutDollars: String {
    var text = self[...]
    while let first = text.first, first == "$" || first.isWhitespace { text.removeFirst() }
    while let last = text.last, last == "$" || last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
