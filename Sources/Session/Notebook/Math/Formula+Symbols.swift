extension Formula {
  /// The commands that stand for one variable.
  static let letters: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
    "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "hbar": "ℏ",
  ]

  /// The commands that stand for one sign.
  static let symbols: [String: Symbol] = [
    "partial": .init("∂", .ordinary), "nabla": .init("∇", .ordinary), "infty": .init("∞", .ordinary),
    "forall": .init("∀", .ordinary), "exists": .init("∃", .ordinary), "emptyset": .init("∅", .ordinary),
    "top": .init("⊤", .ordinary), "bot": .init("⊥", .ordinary), "prime": .init("′", .ordinary),
    "ldots": .init("…", .ordinary), "dots": .init("…", .ordinary), "cdots": .init("⋯", .ordinary),
    "vdots": .init("⋮", .ordinary), "ddots": .init("⋱", .ordinary), "degree": .init("°", .ordinary),
    "checkmark": .init("✓", .ordinary),
    "cdot": .init("·", .binary), "times": .init("×", .binary), "div": .init("÷", .binary), "pm": .init("±", .binary),
    "mp": .init("∓", .binary), "odot": .init("⊙", .binary), "oplus": .init("⊕", .binary),
    "otimes": .init("⊗", .binary), "circ": .init("∘", .binary), "ast": .init("∗", .binary), "star": .init("⋆", .binary),
    "cup": .init("∪", .binary), "cap": .init("∩", .binary), "setminus": .init("∖", .binary),
    "land": .init("∧", .binary), "wedge": .init("∧", .binary), "lor": .init("∨", .binary), "vee": .init("∨", .binary),
    "le": .init("≤", .relation), "leq": .init("≤", .relation), "ge": .init("≥", .relation),
    "geq": .init("≥", .relation), "ne": .init("≠", .relation), "neq": .init("≠", .relation),
    "approx": .init("≈", .relation), "equiv": .init("≡", .relation), "sim": .init("∼", .relation),
    "propto": .init("∝", .relation), "ll": .init("≪", .relation), "gg": .init("≫", .relation),
    "in": .init("∈", .relation), "notin": .init("∉", .relation), "subset": .init("⊂", .relation),
    "subseteq": .init("⊆", .relation), "mid": .init("∣", .relation), "parallel": .init("∥", .relation),
    "to": .init("→", .relation), "rightarrow": .init("→", .relation), "leftarrow": .init("←", .relation),
    "gets": .init("←", .relation), "leftrightarrow": .init("↔", .relation), "Rightarrow": .init("⇒", .relation),
    "Leftarrow": .init("⇐", .relation), "Leftrightarrow": .init("⇔", .relation), "mapsto": .init("↦", .relation),
    "iff": .init("⇔", .relation), "implies": .init("⇒", .relation), "downarrow": .init("↓", .relation),
    "uparrow": .init("↑", .relation), "colon": .init(":", .punctuation),
    "sum": .init("∑", .large), "prod": .init("∏", .large), "int": .init("∫", .large), "bigoplus": .init("⨁", .large),
    "langle": .init("⟨", .opening), "rangle": .init("⟩", .closing), "lVert": .init("‖", .opening),
    "rVert": .init("‖", .closing), "lvert": .init("|", .opening), "rvert": .init("|", .closing),
    "lfloor": .init("⌊", .opening), "rfloor": .init("⌋", .closing), "lceil": .init("⌈", .opening),
    "rceil": .init("⌉", .closing), "Vert": .init("‖", .ordinary), "vert": .init("|", .ordinary),
    "|": .init("‖", .ordinary), "{": .init("{", .opening), "}": .init("}", .closing),
    "backslash": .init("\\", .ordinary), "%": .init("%", .ordinary), "$": .init("$", .ordinary),
    "#": .init("#", .ordinary), "&": .init("&", .ordinary), "_": .init("_", .ordinary),
  ]

  /// The signs that are typed as they are.
  static let typed: [Character: Symbol] = [
    "+": .init("+", .binary), "-": .init("−", .binary), "*": .init("∗", .binary), "/": .init("/", .ordinary),
    "=": .init("=", .relation), "<": .init("<", .relation), ">": .init(">", .relation),
    ":": .init(":", .relation), ",": .init(",", .punctuation), ";": .init(";", .punctuation),
    "(": .init("(", .opening), "[": .init("[", .opening), ")": .init(")", .closing), "]": .init("]", .closing),
    "|": .init("|", .ordinary), "!": .init("!", .ordinary), "?": .init("?", .ordinary), ".": .init(".", .ordinary),
  ]

  /// The functions whose names are set upright.
  static let functions: Set<String> = [
    "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "exp", "log", "ln", "det", "dim", "ker",
    "arg", "gcd", "deg", "Pr",
  ]

  /// Those of them that take their limits below.
  static let limits: Set<String> = ["lim", "max", "min", "sup", "inf"]

  static let accents: [String: String] = [
    "hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "vec": "→", "tilde": "~", "widetilde": "~", "dot": "˙",
    "ddot": "¨",
  ]

  /// Spaces, in quads.
  static let spaces: [String: Double] = [
    ",": 0.167, ":": 0.222, ">": 0.222, ";": 0.278, "!": 0, " ": 0.25, "quad": 1, "qquad": 2,
    "enspace": 0.5, "thinspace": 0.167,
  ]

  /// The environments that are grids, with their delimiters.
  static let environments: [String: (layout: Layout, left: String, right: String)] = [
    "matrix": (.matrix, "", ""), "pmatrix": (.matrix, "(", ")"), "bmatrix": (.matrix, "[", "]"),
    "vmatrix": (.matrix, "|", "|"), "Vmatrix": (.matrix, "‖", "‖"), "array": (.matrix, "", ""),
    "smallmatrix": (.matrix, "", ""), "cases": (.cases, "{", ""), "aligned": (.aligned, "", ""),
    "align": (.aligned, "", ""), "align*": (.aligned, "", ""), "gathered": (.aligned, "", ""),
    "split": (.aligned, "", ""), "equation": (.aligned, "", ""), "equation*": (.aligned, "", ""),
  ]
}
