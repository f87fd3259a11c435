/// A chain of formulas with words between them: a gradient worked out with its numbers.
///
/// As a cell's result it is Markdown and LaTeX, which notebooks typeset, and text for a terminal.
public struct Derivation: Displayable, Sendable {
  package var items: [Item]

  package enum Item: Sendable {
    case heading(String)
    case paragraph(String)
    /// A formula on a line of its own, in LaTeX and as text.
    case formula(Formula)
    /// Formulas one under the other, aligned at the `&` of their LaTeX.
    case aligned([Formula])
    case table(Table)
  }

  /// A formula in both its forms.
  package struct Formula: Sendable {
    package var latex: String
    package var text: String

    package init(latex: String, text: String) {
      self.latex = latex
      self.text = text
    }
  }

  package init(_ items: [Item]) { self.items = items }

  public var bundle: MIMEBundle {
    MIMEBundle(text: text).adding(.latex, .string(latex)).adding(.markdown, .string(markdown))
  }

  /// The derivation as Markdown with formulas between `$$`.
  package var markdown: String {
    items.map { item in
      switch item {
      case .heading(let words): "#### \(Escaping.markdown(words))"
      case .paragraph(let words): Escaping.markdown(words)
      case .formula(let formula): "$$\(formula.latex)$$"
      case .aligned(let formulas): "$$\(Self.aligned(formulas))$$"
      case .table(let table): table.markdown
      }
    }.joined(separator: "\n\n") + "\n"
  }

  /// The derivation as LaTeX that MathJax, KaTeX and a LaTeX document all read.
  package var latex: String {
    items.map { item in
      switch item {
      case .heading(let words): "$$\\textbf{\(Escaping.latex(words))}$$"
      case .paragraph(let words): "$$\\text{\(Escaping.latex(words))}$$"
      case .formula(let formula): "$$\(formula.latex)$$"
      case .aligned(let formulas): "$$\(Self.aligned(formulas))$$"
      case .table(let table): "$$\(table.latexArray)$$"
      }
    }.joined(separator: "\n") + "\n"
  }

  /// The derivation in characters.
  package var text: String {
    items.map { item in
      switch item {
      case .heading(let words):
        Escaping.terminal(words) + "\n" + String(repeating: "─", count: TextLayout.width(words))
      case .paragraph(let words): Escaping.terminal(words)
      case .formula(let formula): Self.indented(formula.text)
      case .aligned(let formulas): formulas.map { Self.indented($0.text) }.joined(separator: "\n")
      case .table(let table): Self.indented(table.text)
      }
    }.joined(separator: "\n\n")
  }

  private static func aligned(_ formulas: [Formula]) -> String {
    "\\begin{aligned}\n" + formulas.map(\.latex).joined(separator: " \\\\\n") + "\n\\end{aligned}"
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
  }
}
