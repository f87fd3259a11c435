/// A formula as a tree, read from the LaTeX that lessons and derivations use. The page draws it as MathML, which
/// browsers know without a script, and the terminal as a line of Unicode.
indirect enum Formula: Equatable {
  case row([Formula])
  /// A variable, set in italics.
  case identifier(String)
  case number(String)
  /// A name set upright: `sin`, `\mathrm{d}`.
  case upright(String)
  case bold(Formula)
  /// An operator, a relation, a sign.
  case symbol(String, Symbol.Role)
  /// Words.
  case text(String)
  case fraction(Formula, Formula)
  case root(Formula, index: Formula?)
  case scripts(Formula, sub: Formula?, sup: Formula?)
  /// A mark above: a hat, a bar, an arrow.
  case accent(String, Formula)
  /// A brace below or above, with what is written beside it.
  case brace(Formula, note: Formula?, isAbove: Bool)
  /// Something between delimiters that grow with it; an empty one is not drawn.
  case fenced(String, Formula, String)
  /// Rows of cells: a matrix, or aligned lines.
  case grid([[Formula]], Layout)
  /// Space, in quads.
  case space(Double)

  enum Layout: Equatable {
    case matrix
    case cases
    /// Lines of a derivation: cells are right- and left-aligned in turns.
    case aligned
  }

  /// A sign with its behaviour.
  struct Symbol: Equatable {
    enum Role: Equatable {
      /// Stands by itself: ∂, ∞.
      case ordinary
      /// Between two things, with space: + · ×.
      case binary
      /// Between two sides, with more space: = ≤ ←.
      case relation
      /// Takes its limits below and above where there is room: ∑, lim.
      case large
      case punctuation
      case opening
      case closing
    }

    var text: String
    var role: Role

    init(_ text: String, _ role: Role) {
      self.text = text
      self.role = role
    }
  }

  /// How deep formulas may stand in each other.
  static let deepestNesting = 64
}
