import Foundation
import Testing

@testable import Rendering

@Suite("Renderers against their golden files")
struct GoldenTests {
  /// The file ending of every form; a form that is missing here fails the test. PNG has none: its bytes depend on the
  /// fonts of the machine.
  static let endings: [String: String] = [
    MIMEType.text.rawValue: "txt", MIMEType.html.rawValue: "html", MIMEType.svg.rawValue: "svg",
    MIMEType.vegaLite.rawValue: "vl.json", MIMEType.latex.rawValue: "tex", MIMEType.markdown.rawValue: "md",
  ]

  @Test(arguments: Example.all)
  func form(_ example: Example) throws {
    for form in example.bundle.forms where form.key != MIMEType.png.rawValue {
      let ending = try #require(Self.endings[form.key], "a form without a golden: \(form.key)")
      let text = if case .string(let text) = form.value { text } else { form.value.pretty }
      try Golden.check(text, named: "\(example.name).\(ending)")
    }
  }

  @Test(arguments: Example.all)
  func svgIsXML(_ example: Example) throws {
    guard case .string(let svg)? = example.bundle[.svg] else { return }
    try expectWellFormed(svg)
  }

  @Test(arguments: Example.all)
  func htmlPassesTheSanitizer(_ example: Example) throws {
    guard case .string(let html)? = example.bundle[.html] else { return }
    try expectWellFormed("<root>\(html)</root>")
    Sanitizer.check(html)
  }

  @Test(arguments: Example.all)
  func bundleHasWhatItsKindPromises(_ example: Example) throws {
    let bundle = example.bundle
    #expect(!bundle.text.contains("\u{1B}"), "a name steered the terminal")
    #expect(bundle[MIMEType(rawValue: "application/json")] == nil)
    if bundle[.vegaLite] != nil {
      #expect(bundle[.html] == nil, "text/html would win over the chart")
      #expect(bundle[.svg] != nil)
      #expect(bundle[.vegaLite]?["$schema"] == "https://vega.github.io/schema/vega-lite/v5.json")
    }
    if case .string(let png)? = bundle[.png] {
      #expect(Data(base64Encoded: png)?.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
      #expect(bundle.metadata.contains { $0.key == MIMEType.png.rawValue })
    }
  }
}

/// The rules of JupyterLab 4's sanitizer for notebooks that are not trusted, as far as our HTML could break them.
enum Sanitizer {
  static let tags: Set<String> = [
    "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "span", "details", "summary", "img", "b", "br",
    "code", "pre", "progress", "p",
  ]
  static let properties: Set<String> = [
    "overflow-x", "border-collapse", "border", "border-bottom", "border-left", "margin", "padding", "font-size",
    "font-weight", "font-family", "width", "height", "caption-side", "text-align", "white-space", "background-color",
    "opacity", "color", "max-width", "display", "vertical-align", "border-radius",
  ]

  static func check(_ html: String) {
    for match in html.matches(of: /<([a-zA-Z0-9]+)/) {
      #expect(tags.contains(String(match.1)), "the sanitizer removes <\(match.1)>")
    }
    for match in html.matches(of: /style="([^"]*)"/) {
      for declaration in match.1.split(separator: ";") {
        let parts = declaration.split(separator: ":", maxSplits: 1)
        #expect(properties.contains(String(parts[0])), "the sanitizer removes \(declaration)")
        #expect(!declaration.contains("var(") && !declaration.contains("inherit"), "not in its grammar: \(declaration)")
      }
    }
  }
}
