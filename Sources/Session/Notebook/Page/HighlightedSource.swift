import Language
import Rendering

/// Swift source in the colours of a page, whose style sheet has a class for each kind of part.
struct HighlightedSource {
  let html: String

  init(_ source: String) {
    let bytes = Array(source.utf8)
    var html = ""
    var end = 0
    // Command lines are not Swift and are blanked out for the lexer; one with letters beyond ASCII loses its place.
    let code = CommandLines(source).code
    let parts = code.utf8.count == bytes.count ? Highlighting(of: code).parts : []
    for part in parts where part.start >= end && part.end <= bytes.count {
      html += Self.markup(bytes[end..<part.start])
      html += "<span class=\"\(part.kind)\">\(Self.markup(bytes[part.start..<part.end]))</span>"
      end = part.end
    }
    self.html = html + Self.markup(bytes[end...])
  }

  private static func markup(_ bytes: ArraySlice<UInt8>) -> String {
    Escaping.markup(String(decoding: bytes, as: UTF8.self))
  }
}
