/// One cell that was run: where it stands, what was typed, and the text of its value.
package struct HistoryEntry: Sendable, Equatable {
  package var session: Int
  package var line: Int
  package var input: String
  package var output: String?

  package init(session: Int, line: Int, input: String, output: String? = nil) {
    self.session = session
    self.line = line
    self.input = input
    self.output = output
  }
}

/// What to look for in the history of cells.
package enum HistoryQuery: Sendable, Equatable {
  /// The last cells, across sessions.
  case tail(count: Int)
  /// The cells of one session from `start` up to, not including, `stop`; session 0 is this one, −1 the one before it.
  case range(session: Int, start: Int, stop: Int?)
  /// The cells that a glob pattern matches whole (`*` any text, `?` one character), the last `count` of them;
  /// with `unique`, each text once, where it last stood.
  case search(pattern: String, count: Int?, unique: Bool)
}

/// A glob pattern: `*` stands for any text, `?` for one character, `[abc]`, `[a-z]` and `[!a]` for one of a class.
struct Glob {
  private enum Part {
    case any
    case one
    case literal(Character)
    case choice([ClosedRange<Character>], negated: Bool)

    func matches(_ character: Character) -> Bool {
      switch self {
      case .any, .one: true
      case .literal(let literal): literal == character
      case .choice(let ranges, let negated): ranges.contains { $0.contains(character) } != negated
      }
    }
  }

  private let parts: [Part]

  init(_ pattern: String) {
    var parts: [Part] = []
    var rest = Substring(pattern)
    while let character = rest.popFirst() {
      switch character {
      case "*": parts.append(.any)
      case "?": parts.append(.one)
      case "[":
        if let (choice, length) = Self.choice(rest) {
          parts.append(choice)
          rest.removeFirst(length)
        } else {
          parts.append(.literal("["))
        }
      default: parts.append(.literal(character))
      }
    }
    self.parts = parts
  }

  /// Reads a class after its `[`; nil where nothing closes it, and the bracket stands for itself.
  private static func choice(_ text: Substring) -> (Part, length: Int)? {
    let characters = Array(text)
    var index = 0
    let negated = characters.first == "!"
    if negated { index = 1 }
    var ranges: [ClosedRange<Character>] = []
    let first = index
    while index < characters.count, characters[index] != "]" || index == first {
      let low = characters[index]
      if index + 2 < characters.count, characters[index + 1] == "-", characters[index + 2] != "]" {
        let high = characters[index + 2]
        if low <= high { ranges.append(low...high) }
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    guard index < characters.count else { return nil }
    return (.choice(ranges, negated: negated), index + 1)
  }

  /// Whether the pattern matches the whole text. Steps back to the last `*` only, so no pattern takes more than
  /// pattern × text steps.
  func matches(_ text: String) -> Bool {
    let characters = Array(text)
    var part = 0
    var index = 0
    var retry: (part: Int, index: Int)?
    while index < characters.count {
      if part < parts.count, case .any = parts[part] {
        retry = (part, index)
        part += 1
      } else if part < parts.count, parts[part].matches(characters[index]) {
        part += 1
        index += 1
      } else if let last = retry {
        retry = (last.part, last.index + 1)
        part = last.part + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy {
      if case .any = $0 { true } else { false }
    }
  }
}
