import Testing

@testable import Session

@Suite("Markdown") struct MarkdownTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var html: String

    var testDescription: String { source }
  }

  static let cases: [Case] = [
    Case(source: "# One *two*", html: "<h1>One <em>two</em></h1>"),
    Case(source: "#no heading", html: "<p>#no heading</p>"),
    Case(source: "a\nb\n\nc", html: "<p>a b</p>\n<p>c</p>"),
    Case(source: "a  \nb\\\nc", html: "<p>a<br>b<br>c</p>"),
    Case(source: "**a *b* c** and __d__ ~~e~~", html: "<p><strong>a <em>b</em> c</strong> and <strong>d</strong> <s>e</s></p>"),
    Case(source: "***a***", html: "<p><strong><em>a</em></strong></p>"),
    Case(source: "snake_case_name 2 * 3 * 4", html: "<p>snake_case_name 2 * 3 * 4</p>"),
    Case(source: "`a*b*` ``c`d``", html: "<p><code>a*b*</code> <code>c`d</code></p>"),
    Case(source: "\\*a\\* <b>&", html: "<p>*a* &lt;b&gt;&amp;</p>"),
    Case(source: "- a\n- b\n  - c\n\n1. d\n2. e", html: "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>\n<ol><li>d</li><li>e</li></ol>"),
    Case(source: "3) a\n4) b", html: "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
    Case(source: "- a\n\n  b", html: "<ul><li>a<p>b</p></li></ul>"),
    Case(source: "a\n- b", html: "<p>a</p>\n<ul><li>b</li></ul>"),
    Case(source: "in\n1945. The end", html: "<p>in 1945. The end</p>"),
    Case(source: "> a\n> - b", html: "<blockquote><p>a</p><ul><li>b</li></ul></blockquote>"),
    Case(source: "```swift\nlet a = 1 < 2\n\n# b\n```\nc", html: "<pre><code>let a = 1 &lt; 2\n\n# b</code></pre>\n<p>c</p>"),
    Case(source: "    a\n      b", html: "<pre><code>a\n  b</code></pre>"),
    Case(source: "~~~\nnever closed", html: "<pre><code>never closed</code></pre>"),
    Case(source: "---\n***", html: "<hr>\n<hr>"),
    Case(
      source: "| a | b\\|c |\n|:-:|--:|\n| $|x|$ | `p|q` | extra |\n| d |",
      html: "<table><thead><tr><th style=\"text-align:center\">a</th><th style=\"text-align:right\">b|c</th></tr></thead>"
        + "<tbody><tr><td style=\"text-align:center\"><math><mrow>"
        + "<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">|</mo><mi>x</mi>"
        + "<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">|</mo></mrow></math></td>"
        + "<td style=\"text-align:right\"><code>p|q</code></td></tr>"
        + "<tr><td style=\"text-align:center\">d</td><td style=\"text-align:right\"></td></tr></tbody></table>"),
    Case(source: "a | b", html: "<p>a | b</p>"),
    Case(source: "[a *b*](c.html \"d\")", html: "<p><a href=\"c.html\">a <em>b</em></a></p>"),
    Case(source: "[a](javascript:alert(1)) <https://x.org>", html: "<p>a <a href=\"https://x.org\">https://x.org</a></p>"),
    Case(source: "![a](http://x/y.png)", html: "<p><em>a</em></p>"),
    Case(source: "[a] (b) [c", html: "<p>[a] (b) [c</p>"),
    Case(source: "costs $5 and $6", html: "<p>costs $5 and $6</p>"),
    Case(source: "$a_1*b*c$", html: "<p><math><mrow><msub><mi>a</mi><mn>1</mn></msub><mo>∗</mo><mi>b</mi><mo>∗</mo><mi>c</mi></mrow></math></p>"),
    Case(source: "$$\na\n$$", html: "<div class=\"formula\"><math display=\"block\"><mi>a</mi></math></div>"),
    Case(source: "a\r\n\r\nb", html: "<p>a</p>\n<p>b</p>"),
    Case(source: "", html: ""),
  ]

  @Test(arguments: cases) func html(_ example: Case) {
    #expect(Markdown(parsing: example.source).html() == example.html)
  }

  /// Nesting that would recurse without end, and marks that nothing closes, are text.
  @Test(arguments: [
    String(repeating: "> ", count: 5_000) + "a", String(repeating: "- ", count: 5_000) + "a",
    String(repeating: "*a ", count: 2_000), String(repeating: "[", count: 2_000), String(repeating: "`", count: 9_999),
    String(repeating: "$", count: 999), "$\\", "\\", "!", "![", "[a](", "<", "| |\n|-|", "|", "$$", "```", "\t", "> ",
  ])
  func oddTextIsShown(source: String) {
    let markdown = Markdown(parsing: source)
    _ = markdown.html()
    _ = markdown.text(width: 1, styled: true)
  }

  @Test func terminal() {
    let source = "# Title\n\nSome *words* and $w_1$ that go on.\n\n- a\n- b c d e f g h\n\n| n | x |\n|--|--:|\n| a | 10 |\n| bb | 9 |"
    let expected = """
      Title
      ═════

      Some words and w₁ that
      go on.

      • a
      • b c d e f g h

      n     x
      ───────
      a    10
      bb    9
      """
    #expect(Markdown(parsing: source).text(width: 22, styled: false) == expected)
  }
}
