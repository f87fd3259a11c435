import Testing

@testable import Session

@Suite("Formulas") struct FormulaTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var latex: String
    var text: String

    var testDescription: String { latex }
  }

  static let cases: [Case] = [
    Case(latex: "z = w_1 x_1 + w_2 x_2 + b", text: "z = w₁x₁ + w₂x₂ + b"),
    Case(latex: #"\frac{\partial L}{\partial w_1}"#, text: "∂L/∂w₁"),
    Case(latex: #"\frac{1}{1 + e^{-z}}"#, text: "1/(1 + e⁻ᶻ)"),
    Case(latex: #"\frac{f(x+h) - f(x-h)}{2h}"#, text: "(f(x + h) − f(x − h))/(2h)"),
    Case(latex: #"w \leftarrow w - \eta \, \frac{\partial L}{\partial w}"#, text: "w ← w − η ∂L/∂w"),
    Case(latex: #"x^12"#, text: "x¹2"),
    Case(latex: #"x^{T} y_{ij}^{(k)}"#, text: "xᵀyᵢⱼ⁽ᵏ⁾"),
    Case(latex: #"f'(x)"#, text: "f′(x)"),
    Case(latex: #"\sqrt{a+b}"#, text: "√(a + b)"),
    Case(latex: #"\sum_{i=1}^{n} x_i"#, text: "∑ᵢ₌₁ⁿxᵢ"),
    Case(latex: #"\tanh z \approx \text{the output}"#, text: "tanh z ≈ the output"),
    Case(latex: #"\left( \frac{a}{b} \right)"#, text: "(a/b)"),
    Case(latex: #"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}"#, text: "[1 2; 3 4]"),
    Case(latex: #"\begin{aligned} a &= b \\ &= c \end{aligned}"#, text: "a = b\n = c"),
    Case(latex: #"\underbrace{2(a-y)}_{\partial L/\partial a} \cdot b"#, text: "2(a − y) {∂L/∂a} · b"),
    Case(latex: #"\hat{y} \in \mathbb{R}"#, text: "y\u{302} ∈ R"),
    Case(latex: #"a \oplus b, -1"#, text: "a ⊕ b, −1"),
    Case(latex: #"\unknown{x}"#, text: #"\unknown x"#),
    Case(latex: "", text: ""),
  ]

  @Test(arguments: cases) func text(_ example: Case) {
    #expect(Formula(parsing: example.latex).text == example.text)
  }

  /// Whatever is cut off, what is left is read, and its elements close in order.
  @Test(arguments: cases) func everyBeginningIsDrawn(_ example: Case) {
    for length in 0...example.latex.count {
      let latex = String(example.latex.prefix(length))
      #expect(isWellFormed(Formula(parsing: latex).mathML(isBlock: true)), "\(latex)")
    }
  }

  @Test(arguments: [
    String(repeating: "{", count: 100_000), String(repeating: #"\frac{"#, count: 10_000),
    String(repeating: #"\sqrt"#, count: 10_000), String(repeating: #"\left("#, count: 10_000),
    String(repeating: "^", count: 10_000), String(repeating: #"\begin{matrix}"#, count: 2_000), "}}}}", "&&", #"\\\\"#,
    #"\right)"#, #"\end{x}"#, "a}b", #"\"#, "<&>\u{0}",
  ])
  func oddFormulasAreDrawn(latex: String) {
    #expect(isWellFormed(Formula(parsing: latex).mathML(isBlock: false)))
    _ = Formula(parsing: latex).text
  }

  private func isWellFormed(_ markup: String) -> Bool {
    var open: [Substring] = []
    for part in markup.split(separator: "<") {
      guard let end = part.firstIndex(of: ">") else { return false }
      let tag = part[..<end]
      if tag.first == "/" {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty
  }
}
