/// What the checker finds out about the place of a cursor. A text is checked with `Probe.name` where the cursor is; the
/// checker tells the probe when it comes to that name, and the cell leaves no trace.
final class Probe {
  /// No one types this.
  static let name = "__nabla_cursor__"

  enum Place {
    /// Behind a period: the type of what is before it; of a type itself a metatype.
    case member(Type)
    case module(ModuleScope)
    /// `.name`, with the type that the context asks for.
    case implicitMember(Type)
    /// A name, seen from a scope.
    case name(Scope)
    /// A type, seen from a scope.
    case type(Scope)
  }

  private(set) var place: Place?
  /// The functions that the innermost call around the place may mean, where the place begins an argument.
  private(set) var callees: [(function: FunctionDecl, substitutions: Substitutions)] = []
  private(set) var argument: ProbedArgument?
  /// Called while what the text declares is known.
  var whenChecked: (() -> Void)?
  /// Nodes whose types are known once their solver is done.
  private var waiting: [(solver: Solver, node: Node, kind: Waiting)] = []

  private enum Waiting { case base, implicitBase, callee(Scope, ProbedArgument) }

  // MARK: Notes of the checker

  func note(name scope: Scope) { if place == nil { place = .name(scope) } }

  func note(type scope: Scope) { if place == nil { place = .type(scope) } }

  func note(base node: Node, _ solver: Solver) {
    if case .module(let module) = node.kind {
      place = .module(module)
    } else {
      waiting.append((solver, node, .base))
    }
  }

  func note(implicitBase node: Node, _ solver: Solver) { waiting.append((solver, node, .implicitBase)) }

  func note(callee node: Node, _ argument: ProbedArgument, in scope: Scope, _ solver: Solver) {
    waiting.append((solver, node, .callee(scope, argument)))
  }

  /// A case of an enum in a pattern, whose type is that of the subject.
  func note(pattern type: Type) { if !type.isError { place = .implicitMember(type) } }

  /// The solver has come to an end.
  func settle(_ solver: Solver, _ checker: Checker) {
    for (owner, node, kind) in waiting where owner === solver {
      switch kind {
      case .base:
        let type = solver.simplified(node.type)
        if !type.hasVariables, !type.isError { place = .member(type) }
      case .implicitBase:
        let type = solver.simplified(node.type)
        if !type.hasVariables, !type.isError { place = .implicitMember(type) }
      case .callee(let scope, let argument):
        self.argument = argument
        settleCallee(node, scope, solver, checker)
      }
    }
    waiting.removeAll { $0.solver === solver }
  }

  private func settleCallee(_ node: Node, _ scope: Scope, _ solver: Solver, _ checker: Checker) {
    var found: [(FunctionDecl, Substitutions)] = []
    switch node.kind {
    case .member(let base):
      let type = solver.simplified(base.type)
      let owner = if case .metatype(let instance) = type { instance } else { type }
      for member in checker.members(of: owner, named: node.name) {
        if case .function(let function) = member.member { found.append((function, member.substitutions)) }
      }
    case .implicitMember(let base):
      for member in checker.members(of: checker.wellKnown.stripped(solver.simplified(base)), named: node.name) {
        if case .function(let function) = member.member { found.append((function, member.substitutions)) }
      }
    case .reference:
      switch checker.lookup(node.name, in: scope) {
      case .entities(let entities):
        for case .function(let function) in entities { found.append((function, Substitutions())) }
      case .members(let decl, _):
        for member in checker.members(of: decl.selfType, named: node.name) {
          if case .function(let function) = member.member { found.append((function, member.substitutions)) }
        }
      case .tooEarly, .none: break
      }
    default: break
    }
    if !found.isEmpty { callees = found.map { (function: $0.0, substitutions: $0.1) } }
  }
}

/// The argument that the cursor is at the beginning of.
struct ProbedArgument {
  /// nil too where the word at the cursor may become the label.
  var label: String?
  /// Its place among the arguments without a label.
  var position: Int

  init?(_ arguments: [Argument]) {
    position = 0
    for argument in arguments {
      if argument.label?.text == Probe.name { return }
      switch argument.value.kind {
      case .name(let name, _, _) where name.text == Probe.name, .implicitMember(let name, _) where name.text == Probe.name:
        label = argument.label?.text
        return
      default: if argument.label == nil { position += 1 }
      }
    }
    return nil
  }
}

extension Checker {
  /// Checks a text that holds `Probe.name`, and uses what was found while its declarations are known; nothing of them
  /// is kept.
  private func run<Result>(_ text: String, _ use: (Probe) -> Result) -> Result? {
    let file = SourceFile(name: "cell", cell: Int.max, text: text)
    let statements = Parser.parse(file).statements
    let probe = Probe()
    var result: Result?
    withoutActuallyEscaping(use) { use in
      probe.whenChecked = { if probe.place != nil { result = use(probe) } }
      self.probe = probe
      _ = check(statements, file: file)
      self.probe = nil
      probe.whenChecked = nil
    }
    return result
  }

  /// Uses what is known at a cursor; nil where nothing is.
  func probe<Result>(at cursor: Cursor, _ use: (Probe) -> Result) -> Result? {
    for text in cursor.markedTexts {
      if let result = run(text, use) { return result }
    }
    return nil
  }
}
