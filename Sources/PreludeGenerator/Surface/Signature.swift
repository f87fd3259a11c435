import Language

/// The text of a declaration as the interface carries it.
enum Signature {
  /// From the keyword on, without attributes and modifiers: those of the source are the host's own affair.
  static func text(of declaration: Decl, until end: SourceRange?) -> String {
    let file = declaration.range.file
    let start = headEnd(of: declaration)
    let stop = end.map { Int($0.start) } ?? Int(declaration.range.end)
    guard start < stop else { return "" }
    return String(decoding: file.bytes[start..<stop], as: UTF8.self).trimmed
  }

  /// Where attributes and modifiers end.
  static func headEnd(of declaration: Decl) -> Int {
    let file = declaration.range.file
    var end = Int(declaration.range.start)
    for attribute in declaration.attributes {
      end = max(end, Int(attribute.name.range.end))
      // The arguments, which were passed over.
      if end < file.bytes.count, file.bytes[end] == UInt8(ascii: "(") {
        var depth = 0
        while end < file.bytes.count {
          if file.bytes[end] == UInt8(ascii: "(") { depth += 1 }
          if file.bytes[end] == UInt8(ascii: ")") { depth -= 1 }
          end += 1
          if depth == 0 { break }
        }
      }
    }
    for modifier in declaration.modifiers { end = max(end, Int(modifier.range.end)) }
    return end
  }

  /// What of the attributes and modifiers a cell sees.
  static func head(of declaration: Decl, adding access: String? = nil) -> String {
    var words: [String] = []
    if declaration.attribute("discardableResult") { words.append("@discardableResult") }
    if let access { words.append(access) }
    for modifier in declaration.modifiers where modifier.detail == nil && visible.contains(modifier.name) {
      words.append(modifier.name)
    }
    return words.joined(separator: " ")
  }

  private static let visible: Set<String> = [
    "public", "open", "static", "class", "final", "mutating", "nonmutating", "convenience", "required", "prefix", "postfix",
    "infix", "indirect",
  ]

  static func documentation(of declaration: Decl) -> [String] {
    (declaration.documentation ?? "").isEmpty
      ? [] : (declaration.documentation ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "///" : "/// \($0)" }
  }

  /// `some P` in a parameter becomes `any P`: the thunk opens it.
  static func withoutOpaque(_ text: String, _ parameters: [ParameterSyntax]) -> String {
    var text = text
    for parameter in parameters {
      let type = parameter.type.text
      if type.contains("some ") {
        text = text.replacing(type, with: type.replacing("some ", with: "any "))
      }
    }
    return text
  }
}

extension StringProtocol {
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// A text of several lines with every line but the first moved to stand below it.
  func reindented(to indent: String) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let margins = lines.dropFirst().filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " }.count }
    let margin = margins.min() ?? 0
    let rest = lines.dropFirst().map { line in
      line.allSatisfy(\.isWhitespace) ? "" : indent + line.dropFirst(Swift.min(margin, line.count))
    }
    return ([String(lines.first ?? "")] + rest).joined(separator: "\n")
  }
}
