// What folding operators says. Worded as `swiftc` words it where it has the message.
extension Diagnostic.Message {
  static func unknownOperator(_ name: String, fixity: String) -> Self {
    switch fixity {
    case _ where name == "++" || name == "--":
      Self(id: #function, text: "cannot find operator '\(name)' in scope; did you mean '\(name.prefix(1))= 1'?")
    case "infix" where name == "..": Self(id: #function, text: "cannot find operator '..' in scope; did you mean '...'?")
    case "infix": Self(id: #function, text: "cannot find operator '\(name)' in scope")
    case "prefix": Self(id: #function, text: "'\(name)' is not a prefix unary operator")
    default: Self(id: #function, text: "'\(name)' is not a postfix unary operator")
    }
  }

  static func nonAssociative(_ first: String, _ second: String) -> Self {
    first == second
      ? Self(id: #function, text: "adjacent operators are in non-associative precedence group '\(second)'")
      : Self(id: #function, text: "adjacent operators are in unordered precedence groups '\(first)' and '\(second)'")
  }

  static func tryRightOfOperator(_ keyword: String) -> Self {
    Self(id: #function, text: "'\(keyword)' cannot appear to the right of a non-assignment operator")
  }

  static func unknownPrecedenceGroup(_ name: String) -> Self {
    Self(id: #function, text: "unknown precedence group '\(name)'")
  }

  static func duplicatePrecedenceGroup(_ name: String) -> Self {
    Self(id: #function, text: "precedence group '\(name)' cannot be higher or lower than itself")
  }
}
