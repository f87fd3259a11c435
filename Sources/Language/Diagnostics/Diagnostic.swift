/// One fact about a source text, with its place and, where one is known, its cure.
///
/// The sentences are made in one table (`Diagnostics/Messages`): a message is a static function there, its
/// `id` taken from `#function`, so that adding one touches one place.
package struct Diagnostic: Sendable {
  package enum Severity: String, Sendable { case error, warning, note }

  /// The sentence with its arguments filled in, worded as `swiftc` words it where it has one.
  package struct Message: Sendable {
    package let id: String
    package let severity: Severity
    package let text: String
    /// What is missing at the end of a line is reported there, and not at the first token of the next line.
    package private(set) var isPlacedBehind = false

    package init(id: String, severity: Severity = .error, text: String) {
      self.id = id
      self.severity = severity
      self.text = text
    }

    package var behind: Self {
      var message = self
      message.isPlacedBehind = true
      return message
    }
  }

  /// Text to put in place of a range, and how to say so («add 'try'»).
  package struct Fix: Sendable {
    package let label: String
    package let range: SourceRange
    package let replacement: String

    package init(label: String, range: SourceRange, replacement: String) {
      self.label = label
      self.range = range
      self.replacement = replacement
    }
  }

  package var message: Message
  package var range: SourceRange
  package var notes: [(message: Message, range: SourceRange?)] = []
  package var fixes: [Fix] = []

  package init(_ message: Message, at range: SourceRange) {
    self.message = message
    self.range = range
  }
}
