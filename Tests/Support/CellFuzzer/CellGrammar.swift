/// Makes cells that are well-formed, from a small grammar over the subset, or nearly so.
///
/// Types are followed, so that most of what it makes gets as far as running; loops are short and recursion is bounded by a
/// parameter, so that most of it ends.
package struct CellGrammar {
  /// What values the cells are about. Each has literals, expressions and statements of its own below.
  private indirect enum Kind: Hashable {
    case int, double, bool, string, tensor, point, node, tree
    case array(Kind)
    case optional(Kind)
    case dictionary(Kind)
    case function(Kind, Kind)
    case box(Kind)
    case pair(Kind, Kind)

    var text: String {
      switch self {
      case .int: "Int"
      case .double: "Double"
      case .bool: "Bool"
      case .string: "String"
      case .tensor: "Tensor"
      case .point: "Point"
      case .node: "Node"
      case .tree: "Tree"
      case .array(let element): "[\(element.text)]"
      case .optional(.function(let argument, let result)): "((\(argument.text)) -> \(result.text))?"
      case .optional(let payload): "\(payload.text)?"
      case .dictionary(let value): "[String: \(value.text)]"
      case .function(let argument, let result): "(\(argument.text)) -> \(result.text)"
      case .box(let content): "Box<\(content.text)>"
      case .pair(let first, let second): "(\(first.text), \(second.text))"
      }
    }
  }

  private struct Name {
    var text: String
    var kind: Kind
    var isVariable: Bool
  }

  private struct Function {
    var name: String
    var argument: Kind
    var result: Kind
    var isThrowing: Bool
  }

  private var choices: Choices
  /// Once in so many places something of another type, or unknown, stands where it should not; 0 for never.
  private let slips: Int
  private var names: [Name] = []
  private var functions: [Function] = []
  private var count = 0
  private var indent = ""
  private var isInThrowing = false
  private var loops = 0
  /// What was declared before the cell under way, for one that is refused.
  private var before: (names: [Name], functions: [Function]) = ([], [])

  /// `first` numbers the names, so that two grammars need not speak of the same ones.
  package init(seed: UInt64, slips: Int, first: Int = 0) {
    choices = Choices(seed: seed)
    count = first
    self.slips = slips
  }

  /// The types that all cells of a session share.
  package static let declarations = """
    struct Point: Hashable, Comparable {
      var x: Int
      var y: Double
      static func < (a: Point, b: Point) -> Bool { a.x < b.x || (a.x == b.x && a.y < b.y) }
      func moved(by d: Int) -> Point { Point(x: x &+ d, y: y) }
      var sum: Double { get { Double(x) + y } set { y = newValue - Double(x) } }
      mutating func bump() { x &+= 1 }
      subscript(i: Int) -> Int { get { i == 0 ? x : Int(y.isFinite && abs(y) < 1e9 ? y : 0) } set { x = newValue } }
    }
    class Node: CustomStringConvertible {
      var value: Int
      var next: Node?
      weak var previous: Node?
      var action: (Int) -> Int = { $0 }
      nonisolated(unsafe) static var alive = 0
      init(_ value: Int, next: Node? = nil) {
        self.value = value
        self.next = next
        Node.alive += 1
        next?.previous = self
      }
      deinit { Node.alive -= 1 }
      func total(_ depth: Int) -> Int { depth <= 0 ? value : value &+ (next?.total(depth - 1) ?? 0) }
      var description: String { "N\\(value)" }
    }
    final class Leaf: Node {
      override func total(_ depth: Int) -> Int { super.total(depth) &* 2 }
      override var description: String { "L" + super.description }
    }
    indirect enum Tree: Equatable {
      case leaf(Int), branch(Tree, Tree), named(String, value: Double), empty
      var depth: Int {
        switch self {
        case .leaf, .empty: 1
        case .named(let name, _): name.count
        case .branch(let a, let b): 1 + max(a.depth, b.depth)
        }
      }
    }
    protocol Holding { associatedtype Content; var content: Content { get }; func shown() -> String }
    extension Holding { func shown() -> String { "<\\(content)>" } }
    struct Box<T>: Holding {
      var content: T
      var log: [String] = [] { didSet { if log.count > 4 { log.removeFirst() } } }
      func map<R>(_ f: (T) throws -> R) rethrows -> Box<R> { Box<R>(content: try f(content)) }
    }
    extension Box: Equatable where T: Equatable {}
    enum Failure: Error { case bad(Int), worse(String) }
    func risky(_ n: Int) throws -> Int { if n % 3 == 0 { throw Failure.bad(n) }; return n }
    func twice<T>(_ x: T, _ f: (T) -> T) -> T { f(f(x)) }
    func edit<T>(_ x: inout T, _ f: (inout T) throws -> Void) rethrows { try f(&x) }
    """

  // MARK: Cells

  /// The next cell; later ones use what earlier ones declared.
  package mutating func cell() -> String {
    indent = ""
    if names.count > 30 { names.removeFirst(15) }
    if functions.count > 12 { functions.removeFirst(6) }
    before = (names, functions)
    var lines: [String] = []
    if !names.isEmpty, choices.once(in: 6) { lines.append(redeclaration()) }
    for _ in 0...choices.below(3) { lines.append(choices.once(in: 3) ? function() : statement(3)) }
    if choices.once(in: 2) { lines.append(expression(kind(2), 3)) }
    return lines.joined(separator: "\n")
  }

  /// A first cell.
  package var oneCell: String {
    var copy = self
    return copy.cell()
  }

  /// The last cell was refused, and declared nothing.
  package mutating func forgetCell() { (names, functions) = before }

  /// A name of an earlier cell, again and with another type.
  private mutating func redeclaration() -> String {
    let name = choices.one(of: names).text
    let kind = kind(2)
    names.removeAll { $0.text == name }
    let value = expression(kind, 2)
    names.append(Name(text: name, kind: kind, isVariable: true))
    return "var \(name): \(kind.text) = \(value)"
  }

  private mutating func fresh(_ prefix: String) -> String {
    count += 1
    return "\(prefix)\(count)"
  }

  private mutating func kind(_ depth: Int) -> Kind {
    switch choices.below(depth > 0 ? 15 : 8) {
    case 0, 1: .int
    case 2: .double
    case 3: .bool
    case 4: .string
    case 5: .point
    case 6: .node
    case 7: choices.once(in: 2) ? .tree : .tensor
    case 8, 9: .array(kind(depth - 1))
    case 10: .optional(kind(depth - 1))
    case 11: .dictionary(kind(depth - 1))
    case 12: .function(kind(0), kind(0))
    case 13: .box(kind(depth - 1))
    default: .pair(kind(depth - 1), kind(depth - 1))
    }
  }

  private mutating func function() -> String {
    let name = fresh("f")
    let (argument, result) = (kind(1), kind(1))
    let isThrowing = choices.once(in: 3)
    let outer = (names, functions, indent, isInThrowing, loops)
    names.removeAll { $0.text == "argument" }
    names.append(Name(text: "argument", kind: argument, isVariable: false))
    indent += "  "
    isInThrowing = isThrowing
    loops = 0
    var body = (0..<choices.below(4)).map { _ in statement(2) }
    if isThrowing, choices.once(in: 2) {
      body.append(indent + "if (\(expression(.bool, 1))) { throw Failure.worse(\"no\") }")
    }
    body.append(indent + "return " + expression(result, 2))
    (names, functions, indent, isInThrowing, loops) = outer
    functions.append(Function(name: name, argument: argument, result: result, isThrowing: isThrowing))
    let head = "\(indent)func \(name)(_ argument: \(argument.text)) \(isThrowing ? "throws " : "")-> \(result.text) {"
    return ([head] + body + [indent + "}"]).joined(separator: "\n")
  }

  // MARK: Statements

  private mutating func block(_ depth: Int, _ extra: [Name] = []) -> String {
    let outer = (names, functions, indent)
    names += extra
    indent += "  "
    let lines = (0...choices.below(3)).map { _ in statement(depth - 1) }
    (names, functions, indent) = outer
    return "{\n" + lines.joined(separator: "\n") + "\n\(indent)}"
  }

  private mutating func statement(_ depth: Int) -> String {
    guard depth > 0 else { return indent + simple() }
    switch choices.below(20) {
    case 0:
      loops += 1
      defer { loops -= 1 }
      let name = fresh("i")
      let range = "\(choices.below(3))..<\(3 + choices.below(8))"
      return "\(indent)for \(name) in \(range) \(block(depth, [Name(text: name, kind: .int, isVariable: false)]))"
    case 1:
      loops += 1
      defer { loops -= 1 }
      let name = fresh("e")
      let element = kind(1)
      let filter = choices.once(in: 3) ? " where (\(expression(.bool, 1)))" : ""
      return "\(indent)for \(name) in (\(expression(.array(element), 2)))\(filter) "
        + block(depth, [Name(text: name, kind: element, isVariable: false)])
    case 2: return "\(indent)if (\(expression(.bool, 2))) \(block(depth)) else \(block(depth))"
    case 3:
      let name = fresh("u")
      let payload = kind(1)
      return "\(indent)if let \(name) = (\(expression(.optional(payload), 2))) "
        + block(depth, [Name(text: name, kind: payload, isVariable: false)])
    case 4:
      let (a, b) = (fresh("n"), fresh("m"))
      let inner = indent + "  "
      return """
        \(indent)switch (\(expression(.tree, 2))) {
        \(indent)case .leaf(let \(a)) where \(a) > 1: do \(block(depth, [Name(text: a, kind: .int, isVariable: false)]))
        \(indent)case .branch(let \(a), let \(b)):
        \(inner)print(\(a) == \(b))
        \(indent)default: \(choices.once(in: 2) ? "break" : "do " + block(depth))
        \(indent)}
        """
    case 5:
      let outer = isInThrowing
      isInThrowing = true
      let body = block(depth)
      isInThrowing = outer
      return
        "\(indent)do \(body.dropLast(1))  _ = try risky(\(expression(.int, 1)))\n\(indent)} catch Failure.bad(let code) "
        + block(depth, [Name(text: "code", kind: .int, isVariable: false)]) + " catch { print(error) }"
    case 6: return "\(indent)defer \(deferred(depth))"
    case 7:
      loops += 1
      defer { loops -= 1 }
      let name = fresh("w")
      let body = block(depth, [Name(text: name, kind: .int, isVariable: false)])
      return
        "\(indent)var \(name) = \(choices.below(6))\n\(indent)while \(name) > 0 \(body.dropLast(1))  \(name) -= 1\n\(indent)}"
    case 8:
      let value = kind(1)
      let name = fresh("c")
      let (argument, result) = (kind(0), kind(0))
      let text = closure(argument, result)
      defer { names.append(Name(text: name, kind: .function(argument, result), isVariable: false)) }
      return
        "\(indent)let \(name): \(Kind.function(argument, result).text) = \(text)\n\(indent)_ = \(expression(value, 1))"
    case 9: return depth > 1 && indent.count < 8 ? function() : indent + simple()
    default: return indent + simple()
    }
  }

  private mutating func deferred(_ depth: Int) -> String {
    let outer = (loops, isInThrowing)
    loops = 0
    isInThrowing = false
    defer { (loops, isInThrowing) = outer }
    return block(min(depth, 1))
  }

  private mutating func simple() -> String {
    switch choices.below(16) {
    case 0...4:
      let kind = kind(2)
      let isVariable = choices.once(in: 2)
      let name = fresh("v")
      let value = expression(kind, 3)
      names.append(Name(text: name, kind: kind, isVariable: isVariable))
      return "\(isVariable ? "var" : "let") \(name): \(kind.text) = \(value)"
    case 5...9:
      guard let variable = names.filter(\.isVariable).randomElement(&choices) else {
        return "print(\(expression(kind(1), 2)))"
      }
      return change(variable)
    case 10: return "print(\(expression(kind(2), 2)), \(expression(.string, 2)))"
    case 11:
      return loops > 0
        ? "if (\(expression(.bool, 1))) { \(choices.once(in: 2) ? "break" : "continue") }" : "print(Node.alive >= 0)"
    case 12: return "_ = \(expression(kind(2), 3))"
    case 13: return isInThrowing ? "_ = try risky(\(expression(.int, 1)))" : "_ = try? risky(\(expression(.int, 1)))"
    case 14: return "assert(\(expression(.bool, 1)), \(expression(.string, 1)))"
    default: return "print(\"\\(\(expression(kind(1), 1))) and \\(\(expression(.string, 1)))\")"
    }
  }

  private mutating func change(_ variable: Name) -> String {
    let name = variable.text
    switch variable.kind {
    case .int: return "\(name) \(choices.one(of: ["&+=", "-=", "&*=", "=", "^="])) \(expression(.int, 2))"
    case .double: return "\(name) \(choices.one(of: ["+=", "-=", "*=", "/=", "="])) \(expression(.double, 2))"
    case .string:
      return choices.one(of: [
        "\(name) += \(expression(.string, 1))", "\(name).append(\"é\")", "\(name).removeAll { $0 == \"a\" }",
      ])
    case .array(let element):
      switch choices.below(9) {
      case 0, 1: return "\(name).append(\(expression(element, 2)))"
      case 2: return "if !\(name).isEmpty { \(name)[\(name).count - 1] = \(expression(element, 2)) }"
      case 3: return "\(name)[\(expression(.int, 1))] = \(expression(element, 1))"
      case 4: return "_ = \(name).popLast()"
      case 5: return "\(name).insert(\(expression(element, 1)), at: \(name).count / 2)"
      case 6: return "\(name) += \(name).prefix(2)"
      case 7: return "edit(&\(name)) { $0.reverse() }"
      default: return "if \(name).count > 40 { \(name).removeSubrange(1..<\(name).count) }"
      }
    case .dictionary(let value):
      switch choices.below(5) {
      case 0, 1: return "\(name)[\(expression(.string, 1))] = \(expression(value, 2))"
      case 2: return "\(name)[\"a\", default: \(expression(value, 1))] = \(expression(value, 1))"
      case 3: return "\(name).removeValue(forKey: \(expression(.string, 1)))"
      default: return "\(name).merge([\"k\": \(expression(value, 1))]) { a, b in \(choices.once(in: 2) ? "a" : "b") }"
      }
    case .point:
      return choices.one(of: [
        "\(name).x &+= 1", "\(name).sum = \(expression(.double, 1))", "\(name).bump()",
        "\(name)[0] = \(expression(.int, 1))",
      ])
    case .node:
      return choices.one(of: [
        "\(name).value &+= 1", "\(name).next = \(expression(.node, 1))", "\(name).next = nil",
        "\(name).action = \(closure(.int, .int))", "\(name).next?.value = \(expression(.int, 1))",
      ])
    case .box(let content):
      return choices.one(of: [
        "\(name).content = \(expression(content, 2))", "\(name).log.append(\(expression(.string, 1)))",
      ])
    case .pair(let first, let second):
      return choices.once(in: 2) ? "\(name).0 = \(expression(first, 2))" : "\(name).1 = \(expression(second, 2))"
    default: return "\(name) = \(expression(variable.kind, 2))"
    }
  }

  // MARK: Expressions

  private mutating func expression(_ kind: Kind, _ depth: Int) -> String {
    if slips > 0, choices.once(in: slips) { return slip(depth) }
    let known = names.filter { $0.kind == kind }
    if !known.isEmpty, choices.below(3) > 0 { return choices.one(of: known).text }
    guard depth > 0 else { return literal(kind) }
    if choices.once(in: 6), let function = functions.filter({ $0.result == kind }).randomElement(&choices) {
      let call = "\(function.name)(\(expression(function.argument, depth - 1)))"
      if !function.isThrowing { return call }
      return isInThrowing ? "(try \(call))" : "((try? \(call)) ?? \(literal(kind)))"
    }
    if choices.once(in: 12) {
      return "(\(expression(.bool, depth - 1)) ? \(expression(kind, depth - 1)) : \(expression(kind, depth - 1)))"
    }
    if choices.once(in: 14) { return "(\(expression(.optional(kind), depth - 1)) ?? \(expression(kind, depth - 1)))" }
    if choices.once(in: 16) {
      return "twice(\(expression(kind, depth - 1))) { \(choices.once(in: 2) ? "$0" : "x in x") }"
    }
    if choices.once(in: 20) { return "[\(expression(kind, depth - 1))][0]" }
    if choices.once(in: 24) { return "(\(expression(kind, depth - 1)) as Any as! \(kind.text))" }
    return made(kind, depth - 1)
  }

  /// Something that does not belong there.
  private mutating func slip(_ depth: Int) -> String {
    switch choices.below(6) {
    case 0: return "unknown"
    case 1: return "nil"
    case 2: return expression(kind(1), max(depth - 1, 0)) + ".missing"
    case 3: return "(" + literal(kind(1))
    case 4: return "{ $0 }"
    default: return literal(kind(2))
    }
  }

  private mutating func literal(_ kind: Kind) -> String {
    switch kind {
    case .int: choices.one(of: ["0", "1", "-1", "7", "42", "Int.max", "Int.min", "0x10", "1_000"])
    case .double: choices.one(of: ["0.0", "1.5", "-2.25", "1e300", "Double.infinity", "Double.nan", "3"])
    case .bool: choices.one(of: ["true", "false"])
    case .string:
      choices.one(of: ["\"\"", "\"a\"", "\"abc\"", "\"é\u{1F469}\u{200D}\u{1F680}\"", "\"a b\\nc\"", "\"\\u{301}\""])
    case .tensor:
      choices.one(of: [
        "Tensor([1, 2])", "Tensor.zeros([2, 2])", "Tensor(3.0, requiresGrad: true)", "Tensor([[1, 2], [3, 4]])",
      ])
    case .point: "Point(x: 1, y: 0.5)"
    case .node: choices.one(of: ["Node(1)", "Leaf(2)", "Node(3, next: Leaf(4))"])
    case .tree:
      choices.one(of: [".leaf(1)", ".empty", ".branch(.leaf(0), .empty)", ".named(\"t\", value: 1)"]).withType("Tree")
    case .array: "([] as \(kind.text))"
    case .optional: "(nil as \(kind.text))"
    case .dictionary: "([:] as \(kind.text))"
    case .function(let argument, let result): closure(argument, result)
    case .box(let content): "Box(content: \(literal(content)))"
    case .pair(let first, let second): "(\(literal(first)), \(literal(second)))"
    }
  }

  private mutating func closure(_ argument: Kind, _ result: Kind) -> String {
    let outer = (names, isInThrowing, loops)
    isInThrowing = false
    loops = 0
    let name = fresh("p")
    names.append(Name(text: name, kind: argument, isVariable: false))
    let body = expression(result, 1)
    (names, isInThrowing, loops) = outer
    return "{ (\(name): \(argument.text)) -> \(result.text) in \(body) }"
  }

  private mutating func made(_ kind: Kind, _ depth: Int) -> String {
    switch kind {
    case .int:
      switch choices.below(14) {
      case 0:
        return
          "(\(expression(.int, depth)) \(choices.one(of: ["+", "-", "*", "/", "%", "&+", "&*", "<<", "^"])) \(expression(.int, depth)))"
      case 1:
        return
          "(\(expression(.int, depth)) \(choices.one(of: ["&+", "&-", "&*", "|", "&"])) \(expression(.int, depth)))"
      case 2: return "\(expression(.string, depth)).count"
      case 3: return "\(expression(.array(self.kind(1)), depth)).count"
      case 4: return "\(expression(.array(.int), depth)).reduce(0) { $0 &+ $1 }"
      case 5: return "\(expression(.node, depth)).total(\(choices.below(6)))"
      case 6: return "(Int(\(expression(.string, depth))) ?? \(expression(.int, depth)))"
      case 7: return "\(expression(.point, depth))[\(choices.below(3))]"
      case 8: return "\(expression(.tree, depth)).depth"
      case 9: return "\(expression(.function(.int, .int), depth))(\(expression(.int, depth)))"
      case 10: return "(\(expression(.array(.int), depth)).max() ?? 0)"
      case 11: return "\(expression(.point, depth)).hashValue"
      case 12: return "Int(\(expression(.double, depth)))"
      default: return "abs(\(expression(.int, depth)))"
      }
    case .double:
      switch choices.below(6) {
      case 0:
        return "(\(expression(.double, depth)) \(choices.one(of: ["+", "-", "*", "/"])) \(expression(.double, depth)))"
      case 1: return "Double(\(expression(.int, depth)))"
      case 2: return "\(choices.one(of: ["sqrt", "exp", "sin", "abs", "floor"]))(\(expression(.double, depth)))"
      case 3: return "\(expression(.point, depth)).sum"
      case 4: return "min(\(expression(.double, depth)), \(expression(.double, depth)))"
      default: return "\(expression(.array(.double), depth)).reduce(0, +)"
      }
    case .bool:
      switch choices.below(9) {
      case 0:
        return "(\(expression(.int, depth)) \(choices.one(of: ["<", "==", ">=", "!="])) \(expression(.int, depth)))"
      case 1: return "(\(expression(.bool, depth)) \(choices.one(of: ["&&", "||", "=="])) \(expression(.bool, depth)))"
      case 2: return "!\(expression(.bool, depth))"
      case 3: return "\(expression(.array(.int), depth)).contains(\(expression(.int, depth)))"
      case 4: return "(\(expression(.tree, depth)) == \(expression(.tree, depth)))"
      case 5: return "(\(expression(.node, depth)) is Leaf)"
      case 6: return "\(expression(.string, depth)).hasPrefix(\(expression(.string, depth)))"
      case 7: return "(\(expression(.point, depth)) < \(expression(.point, depth)))"
      default: return "(\(expression(.optional(self.kind(1)), depth)) == nil)"
      }
    case .string:
      switch choices.below(8) {
      case 0: return "(\(expression(.string, depth)) + \(expression(.string, depth)))"
      case 1: return "\"\\(\(expression(self.kind(1), depth)))\""
      case 2: return "String(\(expression(.int, depth)))"
      case 3: return "String(\(expression(.string, depth)).reversed())"
      case 4: return "\(expression(.array(.string), depth)).joined(separator: \",\")"
      case 5: return "\(expression(.box(self.kind(0)), depth)).shown()"
      case 6: return "String(describing: \(expression(self.kind(1), depth)))"
      default: return "\(expression(.string, depth)).uppercased()"
      }
    case .tensor:
      switch choices.below(7) {
      case 0:
        return "(\(expression(.tensor, depth)) \(choices.one(of: ["+", "-", "*", "/"])) \(expression(.tensor, depth)))"
      case 1:
        return
          "\(expression(.tensor, depth)).\(choices.one(of: ["sum()", "mean()", "exp()", "tanh()", "relu()", "T", "detach()"]))"
      case 2: return "matmul(\(expression(.tensor, depth)), \(expression(.tensor, depth)))"
      case 3: return "\(expression(.tensor, depth)).reshape([\(choices.below(5)), -1])"
      case 4: return "\(expression(.tensor, depth))[\(expression(.int, depth))]"
      case 5: return "Tensor(\(expression(.double, depth)))"
      default: return "Tensor.ones([\(choices.below(4)), \(choices.below(4))])"
      }
    case .point:
      return choices.once(in: 2)
        ? "Point(x: \(expression(.int, depth)), y: \(expression(.double, depth)))"
        : "\(expression(.point, depth)).moved(by: \(expression(.int, depth)))"
    case .node:
      return choices.once(in: 2)
        ? "Node(\(expression(.int, depth)), next: \(expression(.optional(.node), depth)))"
        : "(\(expression(.node, depth)).next ?? \(expression(.node, depth)))"
    case .tree:
      return choices.once(in: 2)
        ? "Tree.branch(\(expression(.tree, depth)), \(expression(.tree, depth)))"
        : "Tree.named(\(expression(.string, depth)), value: \(expression(.double, depth)))"
    case .array(let element):
      switch choices.below(9) {
      case 0, 1: return "[\((0...choices.below(4)).map { _ in expression(element, depth) }.joined(separator: ", "))]"
      case 2: return "\(expression(kind, depth)).filter { _ in \(expression(.bool, depth)) }"
      case 3:
        let source = self.kind(0)
        let name = fresh("q")
        names.append(Name(text: name, kind: source, isVariable: false))
        let body = expression(element, depth)
        names.removeLast()
        return "\(expression(.array(source), depth)).map { \(name) in \(body) }"
      case 4: return "Array(\(expression(kind, depth)).dropFirst())"
      case 5: return "(\(expression(kind, depth)) + \(expression(kind, depth)))"
      case 6: return "Array(repeating: \(expression(element, depth)), count: \(choices.below(5)))"
      case 7: return "Array(\(expression(.dictionary(element), depth)).values)"
      default:
        return element == .int
          ? "\(expression(kind, depth)).sorted { $0 > $1 }" : "Array(\(expression(kind, depth)).reversed())"
      }
    case .optional(let payload):
      switch choices.below(4) {
      case 0: return "(\(expression(payload, depth)) as \(kind.text))"
      case 1: return "\(expression(.array(payload), depth)).first"
      case 2: return "\(expression(.dictionary(payload), depth))[\(expression(.string, depth))]"
      default:
        let (source, name) = (self.kind(0), fresh("o"))
        names.append(Name(text: name, kind: source, isVariable: false))
        let body = expression(payload, depth)
        names.removeLast()
        return "\(expression(.optional(source), depth)).map { \(name) in \(body) }"
      }
    case .dictionary(let value):
      switch choices.below(3) {
      case 0: return "[\(expression(.string, depth)): \(expression(value, depth))]"
      case 1: return "\(expression(kind, depth)).filter { $0.key != \"a\" }"
      default: return "Dictionary(\(expression(.array(value), depth)).map { (\"k\", $0) }) { a, _ in a }"
      }
    case .function(let argument, let result): return closure(argument, result)
    case .box(let content): return "Box(content: \(expression(content, depth)))"
    case .pair(let first, let second): return "(\(expression(first, depth)), \(expression(second, depth)))"
    }
  }
}

extension String {
  fileprivate func withType(_ type: String) -> String { type + self }
}

extension Array {
  fileprivate func randomElement(_ choices: inout Choices) -> Element? { isEmpty ? nil : choices.one(of: self) }
}
