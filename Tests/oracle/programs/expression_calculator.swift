enum Token: Equatable, CustomStringConvertible {
  case number(Double)
  case name(String)
  case symbol(Character)

  var description: String {
    switch self {
    case .number(let value): return "\(value)"
    case let .name(name): return name
    case .symbol(let c): return String(c)
    }
  }
}

enum CalculationError: Error, CustomStringConvertible, Equatable {
  case unexpected(Character, at: Int)
  case unexpectedEnd
  case unexpectedToken(Token)
  case unknownName(String)
  case divisionByZero

  var description: String {
    switch self {
    case .unexpected(let c, let position): return "unexpected '\(c)' at \(position)"
    case .unexpectedEnd: return "unexpected end"
    case .unexpectedToken(let token): return "unexpected \(token)"
    case .unknownName(let name): return "unknown name \(name)"
    case .divisionByZero: return "division by zero"
    }
  }
}

struct Lexer: Sequence, IteratorProtocol {
  private var rest: Substring
  init(_ text: String) { rest = text[...] }

  mutating func next() -> Token? {
    rest = rest.drop(while: { $0 == " " })
    guard let first = rest.first else { return nil }
    if first.isNumber {
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      rest.removeFirst(digits.count)
      return .number(Double(digits) ?? .nan)
    }
    if first.isLetter {
      let name = rest.prefix(while: \.isLetter)
      rest = rest[name.endIndex...]
      return .name(String(name))
    }
    rest.removeFirst()
    return .symbol(first)
  }
}

indirect enum Node {
  case value(Double)
  case variable(String)
  case unary((Double) throws -> Double, Node)
  case binary(Character, Node, Node)

  func evaluate(_ names: [String: Double]) throws -> Double {
    switch self {
    case .value(let v): return v
    case .variable(let name):
      guard let v = names[name] else { throw CalculationError.unknownName(name) }
      return v
    case .unary(let operation, let operand): return try operation(operand.evaluate(names))
    case .binary(let symbol, let left, let right):
      let (a, b) = (try left.evaluate(names), try right.evaluate(names))
      switch symbol {
      case "+": return a + b
      case "-": return a - b
      case "*": return a * b
      case "/":
        guard b != 0 else { throw CalculationError.divisionByZero }
        return a / b
      default:
        var power = 1.0
        for _ in 0..<Int(b) { power *= a }
        return power
      }
    }
  }
}

struct Parser {
  private var tokens: [Token]
  private var position = 0

  init(_ text: String) { tokens = Array(Lexer(text)) }

  private var current: Token? { position < tokens.count ? tokens[position] : nil }

  private mutating func take(_ symbols: Character...) -> Character? {
    guard case .symbol(let c)? = current, symbols.contains(c) else { return nil }
    position += 1
    return c
  }

  mutating func parse() throws -> Node {
    let node = try sum()
    if let token = current { throw CalculationError.unexpectedToken(token) }
    return node
  }

  private mutating func sum() throws -> Node {
    var left = try product()
    while let symbol = take("+", "-") { left = .binary(symbol, left, try product()) }
    return left
  }

  private mutating func product() throws -> Node {
    var left = try power()
    while let symbol = take("*", "/") { left = .binary(symbol, left, try power()) }
    return left
  }

  private mutating func power() throws -> Node {
    let base = try atom()
    guard take("^") != nil else { return base }
    return .binary("^", base, try power())
  }

  private mutating func atom() throws -> Node {
    if take("-") != nil { return .unary({ -$0 }, try atom()) }
    if take("(") != nil {
      let inner = try sum()
      guard take(")") != nil else { throw current.map(CalculationError.unexpectedToken) ?? CalculationError.unexpectedEnd }
      return inner
    }
    defer { position += 1 }
    switch current {
    case .number(let value): return .value(value)
    case .name("sqrt"):
      position += 1
      return .unary({ $0.squareRoot() }, try atom())
    case .name(let name): return .variable(name)
    case .symbol(let c): throw CalculationError.unexpected(c, at: position)
    case nil: throw CalculationError.unexpectedEnd
    }
  }
}

let variables = ["x": 3.0, "pi": 3.14159]
for text in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-x * 2", "sqrt(16) + x", "1 / (x - 3)", "2 * (3 + ", "4 $ 4", "y + 1", ") 1", "1 2", "pi * x ^ 2", "-(-2)"] {
  do {
    var parser = Parser(text)
    let tree = try parser.parse()
    print(text, "=", try tree.evaluate(variables))
  } catch let error as CalculationError where error == .unexpectedEnd {
    print(text, "is not finished")
  } catch {
    print(text, "→", error)
  }
}
print(Array(Lexer("a1 + 2.5")))
