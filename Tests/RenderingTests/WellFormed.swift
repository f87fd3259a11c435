import Testing

/// Reads a text as XML: every tag closed in order, attributes quoted, no stray `<` or `&`.
///
/// FoundationXML would bring libxml2 into the tests for this one question.
func expectWellFormed(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  var open: [Substring] = []
  var rest = text[...]
  while let character = rest.first {
    if character == "<" {
      let tag = try #require(
        rest.prefixMatch(
          of:
          /<(\/?)([A-Za-z][A-Za-z0-9:]*)((?:\s+[A-Za-z][A-Za-z0-9:\-]*="[^"<&]*(?:&[a-z#0-9]+;[^"<&]*)*")*)\s*(\/?)>/),
        "not a tag: \(rest.prefix(80))", sourceLocation: sourceLocation)
      if !tag.1.isEmpty {
        #expect(open.popLast() == tag.2, "closes what is not open: \(tag.0)", sourceLocation: sourceLocation)
      } else if tag.4.isEmpty {
        open.append(tag.2)
      }
      rest = rest[tag.range.upperBound...]
    } else if character == "&" {
      let entity = try #require(
        rest.prefixMatch(of: /&(?:amp|lt|gt|quot|#[0-9]+);/), "not an entity: \(rest.prefix(20))",
        sourceLocation: sourceLocation)
      rest = rest[entity.range.upperBound...]
    } else {
      rest = rest.drop { $0 != "<" && $0 != "&" }
    }
  }
  #expect(open.isEmpty, "left open: \(open)", sourceLocation: sourceLocation)
}
