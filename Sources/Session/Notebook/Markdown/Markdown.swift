/// The Markdown of notebooks as a tree: the blocks and spans of CommonMark that lessons use, tables, and mathematics
/// between dollar signs. Raw HTML is no part of it and stays text.
struct Markdown: Equatable {
  var blocks: [Block]

  indirect enum Block: Equatable {
    case heading(level: Int, [Span])
    case paragraph([Span])
    case code(language: String, String)
    case quote([Block])
    /// A list; `start` numbers the first item of an ordered one.
    case list(start: Int?, items: [[Block]])
    case table(alignments: [Alignment], header: [[Span]], rows: [[[Span]]])
    /// A formula on lines of its own, as LaTeX.
    case math(String)
    case rule
  }

  enum Alignment: Equatable { case natural, left, center, right }

  indirect enum Span: Equatable {
    case text(String)
    case code(String)
    case math(String)
    case emphasis([Span])
    case strong([Span])
    case struck([Span])
    case link([Span], target: String)
    case image(alternative: String, source: String)
    case lineBreak
  }

  /// How deep lists, quotes and emphasis may stand in each other; what is deeper stays plain text.
  static let deepestNesting = 24
}
