extension Parser {
  /// What somebody who knows Python meant by the words at an error, and how it is written here.
  func foreignHint(_ message: Diagnostic.Message) -> String? {
    guard mode == .cell, index > 0 else { return nil }
    let before = tokens[index - 1]
    let endsStatement = message.id == Diagnostic.Message.consecutiveStatements().id
    switch current.kind {
    case .at where endsStatement && !current.isAtLineStart: return ForeignNames.matrixProduct
    case .keyword(.if) where endsStatement: return ForeignNames.choice
    case .keyword(.for)
    where message.id == Diagnostic.Message.expectedClosingSquareInCollection().id
      || message.id == Diagnostic.Message.expectedClosingParenInList().id: return ForeignNames.comprehension
    case .colon where message.id == Diagnostic.Message.expectedClosingSquareInSubscript().id: return ForeignNames.slice
    case .colon where endsStatement && before.kind == .string: return ForeignNames.dictionary
    case .colon where message.isPlacedBehind: return ForeignNames.block
    case .string where before.end == current.start && isName(before, "f"): return ForeignNames.formatted
    case .identifier where isName(current, "and") || isName(current, "or"): return ForeignNames.word[text]
    default:
      guard before.kind == .identifier, !before.isEscaped, !current.isAtLineStart else { return nil }
      return ForeignNames.word[text(before)]
    }
  }
}
