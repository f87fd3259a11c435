import Rendering
import Testing

@testable import Session

@Suite("Pages") struct NotebookPageTests {
  @Test func whatCameFromAPersonIsEscaped() {
    let evil = "<script>alert(1)</script>"
    var code = Notebook.Cell(id: "\"><script>", kind: .code, source: "\"\(evil)\"")
    code.outputs = [
      .stream(.stdout, evil), .error(name: "E", message: "m", traceback: [evil]), .display(MIMEBundle(text: evil)),
      .display(MIMEBundle(text: "").adding(.latex, .string("$\(evil)$"))),
      .display(MIMEBundle(text: "").adding(.markdown, .string(evil))),
      .display(MIMEBundle(text: evil).adding(.png, .string("\">\(evil)"))),
    ]
    let text = Notebook.Cell(id: "t", kind: .markdown, source: "# \(evil)\n\n`\(evil)` $\(evil)$ ![\(evil)](x)")
    let page = NotebookPage(Notebook(cells: [text, code], metadata: ["lang": .string("\"><script>")]), name: evil).html
    #expect(!page.contains("<script"))
    #expect(page.contains("default-src 'none'"))
  }

  @Test(
    "The best form of a bundle is drawn",
    arguments: [
      ([(MIMEType.html, "<b>h</b>"), (.svg, "<svg></svg>")], "<div class=\"rich\"><b>h</b></div>"),
      ([(.svg, "<?xml version=\"1.0\"?>\n<svg></svg>"), (.png, "aaaa")], "<figure><svg></svg></figure>"),
      ([(.png, "aa\naa")], "<figure><img alt=\"t\" src=\"data:image/png;base64,aaaa\"></figure>"),
      ([(.latex, "$$a$$")], "<div class=\"formula\"><math display=\"block\"><mi>a</mi></math></div>"),
      ([], "<pre class=\"value\">t</pre>"),
    ] as [([(MIMEType, String)], String)])
  func bestForm(forms: [(MIMEType, String)], expected: String) {
    var cell = Notebook.Cell(id: "c", kind: .code, source: "")
    let bundle = forms.reduce(MIMEBundle(text: "t")) { $0.adding($1.0, .string($1.1)) }
    cell.outputs = [.display(bundle)]
    #expect(NotebookPage(Notebook(cells: [cell]), name: "").html.contains(expected))
  }

  @Test func sourceIsColoured() {
    let html = HighlightedSource("%time\nlet a = \"x \\(b + 1) y\" // c\n/* d */ 0x1F").html
    let expected = """
      %time
      <span class="keyword">let</span> a = <span class="string">&quot;x \\(</span>b + <span class="number">1</span>\
      <span class="string">) y&quot;</span> <span class="comment">// c
      /* d */</span> <span class="number">0x1F</span>
      """
    #expect(html == expected)
  }

  /// A text that is not Swift loses no character to the colours.
  @Test(arguments: ["\"abc", "\"\\(", "/* a", "a\u{0}b", "#\"\\#(a)\"", "%é x\nlet", "\"\"\"\n  \\(a", "🙂 ế", "'", "`a"])
  func anyTextIsKept(source: String) {
    let html = HighlightedSource(source).html
    let text = html.replacing(/<[^>]*>/, with: "")
    #expect(text == Escaping.markup(source))
  }
}
