/// Definite initialisation: no variable is read, and no initialiser left, before everything has a value.
///
/// Follows the statements once; what has a value only grows along a path, so the head of a loop needs no second
/// visit. Nested functions and closures are checked where they are made: what they capture must have a value.
package struct Initialization {
  /// Checks the body of a function: its variables declared without a value, and in an initialiser the stored properties.
  package static func check(_ function: FunctionDecl, report: (Diagnostic) -> Void) {
    guard case .typed(let statements) = function.body else { return }
    withoutActuallyEscaping(report) { report in
      var analysis = Initialization(function, statements, report)
      analysis.follow(statements)
      analysis.leave(at: analysis.end(of: function))
    }
  }

  /// Something that must get a value: a variable, or a stored property of `self`.
  private enum Item: Hashable {
    case variable(Variable)
    case property(PropertyDecl)
    /// `super.init` of a class with a superclass.
    case superclass
  }

  private struct State {
    /// Has a value on every path here; nil: no path comes here.
    var definite: Set<Item>? = []
    /// Has a value on some path.
    var possible: Set<Item> = []

    var isReachable: Bool { definite != nil }

    func joined(_ other: State) -> State {
      guard let left = definite else { return other }
      guard let right = other.definite else { return self }
      return State(definite: left.intersection(right), possible: possible.union(other.possible))
    }

    static var unreachable: State { State(definite: nil) }
  }

  private let report: (Diagnostic) -> Void
  private let function: FunctionDecl
  /// Declared without a value, so far.
  private var tracked: Set<Item> = []
  /// The stored properties that this initialiser must give a value.
  private var required: [PropertyDecl] = []
  private var hasSuperclass = false
  private var state = State()
  private var breaks: [LoopLabel: State] = [:]
  /// Told once each.
  private var reported: Set<Item> = []

  private init(_ function: FunctionDecl, _ statements: [TypedStmt], _ report: @escaping (Diagnostic) -> Void) {
    self.report = report
    self.function = function
    guard function.kind == .initializer, let parent = function.parent, parent.kind != .enumDecl,
      !Self.delegates(statements)
    else { return }
    required = parent.properties.filter { $0.isStored && !$0.isStatic && !$0.isLazy && $0.initializer == nil }
    required.removeAll { property in
      // `var x: Int?` starts as nil.
      guard !property.isLet, case .nominal(let decl, _) = property.type else { return false }
      return decl.representation == .builtin("optional")
    }
    tracked = Set(required.map(Item.property))
    hasSuperclass = parent.superclass != nil
    if hasSuperclass { tracked.insert(.superclass) }
  }

  /// Whether an initialiser hands over to another one of its type.
  private static func delegates(_ statements: [TypedStmt]) -> Bool {
    func inExpression(_ expression: TypedExpr) -> Bool {
      if case .delegateInit(_, _, _, let isSuper) = expression.kind { return !isSuper }
      // `self = …` of a struct.
      if case .assign(let target, _) = expression.kind, case .variable(let variable) = target.kind,
        variable.name == "self"
      {
        return true
      }
      return expression.children.contains { child in
        switch child {
        case .expression(let inner): inExpression(inner)
        case .statement(let inner): inStatement(inner)
        }
      }
    }
    func inStatement(_ statement: TypedStmt) -> Bool {
      switch statement.kind {
      case .expression(let value), .result(let value), .yield(let value), .throwStmt(let value): inExpression(value)
      case .declare(_, let value), .returnStmt(let value): value.map(inExpression) ?? false
      case .destructure(_, let value): inExpression(value)
      case .ifStmt(_, let then, let otherwise): delegates(then) || delegates(otherwise ?? [])
      case .guardStmt(_, let body), .whileLoop(_, _, let body), .repeatWhile(_, let body, _), .deferStmt(let body),
        .block(let body):
        delegates(body)
      case .forIn(let loop): delegates(loop.body)
      case .switchStmt(_, _, let cases): cases.contains { delegates($0.body) }
      case .doCatch(_, let body, let catches, _): delegates(body) || catches.contains { delegates($0.body) }
      default: false
      }
    }
    return statements.contains(where: inStatement)
  }

  private func end(of function: FunctionDecl) -> SourceRange {
    if let bodyEnd = function.bodyEnd { return bodyEnd }
    let end = Int(function.range.end)
    return SourceRange(file: function.range.file, start: max(end - 1, Int(function.range.start)), end: end)
  }

  // MARK: Statements

  private mutating func follow(_ statements: [TypedStmt]) {
    for statement in statements { follow(statement) }
  }

  private mutating func follow(_ statement: TypedStmt) {
    switch statement.kind {
    case .expression(let value), .result(let value), .yield(let value): read(value)
    case .declare(let variable, nil): tracked.insert(.variable(variable))
    case .declare(_, let value?): read(value)
    case .destructure(_, let value): read(value)
    case .localFunction: break
    case .ifStmt(let conditions, let then, let otherwise):
      follow(conditions)
      let before = state
      follow(then)
      let afterThen = state
      state = before
      follow(otherwise ?? [])
      state = afterThen.joined(state)
    case .guardStmt(let conditions, let otherwise):
      let before = state
      follow(conditions)
      let after = state
      state = before
      follow(otherwise)
      state = after
    case .whileLoop(let label, let conditions, let body):
      follow(conditions)
      let before = state
      follow(body)
      let isEndless = conditions.allSatisfy {
        if case .expression(let value) = $0, case .boolean(true) = value.kind { true } else { false }
      }
      state = (isEndless ? .unreachable : before).joined(breaks.removeValue(forKey: label) ?? .unreachable)
    case .repeatWhile(let label, let body, let condition):
      follow(body)
      read(condition)
      state = state.joined(breaks.removeValue(forKey: label) ?? .unreachable)
    case .forIn(let loop):
      read(loop.sequence)
      let before = state
      if let condition = loop.condition { read(condition) }
      follow(loop.body)
      state = before.joined(breaks.removeValue(forKey: loop.label) ?? .unreachable)
    case .switchStmt(let label, let subject, let cases):
      read(subject)
      let before = state
      var after = State.unreachable
      for (index, branch) in cases.enumerated() {
        state = before
        for item in branch.items { if let condition = item.condition { read(condition) } }
        follow(branch.body)
        if case .fallthroughStmt? = branch.body.last?.kind, index + 1 < cases.count { continue }
        after = after.joined(state)
      }
      state = (cases.isEmpty ? before : after).joined(breaks.removeValue(forKey: label) ?? .unreachable)
    case .doCatch(let label, let body, let catches, _):
      let before = state
      follow(body)
      var after = state
      for clause in catches {
        // The body may have thrown anywhere.
        state = State(definite: before.definite, possible: before.possible.union(after.possible))
        follow(clause.body)
        after = after.joined(state)
      }
      state = after.joined(label.flatMap { breaks.removeValue(forKey: $0) } ?? .unreachable)
    case .deferStmt(let body):
      let before = state
      follow(body)
      state = before
    case .returnStmt(let value):
      if let value { read(value) }
      leave(at: statement.range)
      state = .unreachable
    case .failInitializer: state = .unreachable
    case .throwStmt(let value):
      read(value)
      state = .unreachable
    case .breakStmt(let label):
      breaks[label] = breaks[label]?.joined(state) ?? state
      state = .unreachable
    case .continueStmt: state = .unreachable
    case .fallthroughStmt: break
    case .block(let statements): follow(statements)
    }
  }

  private mutating func follow(_ conditions: [TypedCondition]) {
    for condition in conditions {
      switch condition {
      case .expression(let value), .optionalBinding(_, let value), .patternMatch(_, let value): read(value)
      }
    }
  }

  // MARK: Expressions

  private mutating func read(_ expression: TypedExpr) {
    switch expression.kind {
    case .variable(let variable):
      if variable == function.selfVariable { useSelf(expression, as: nil) } else { use(variable, at: expression.range) }
    case .property(let base?, let property, _, _, _) where isSelf(base):
      if required.contains(property) { require(.property(property), at: expression.range) } else { useStoredSelf(property, expression) }
    case .dynamicType(let object) where isSelf(object):
      // The class is known from the beginning.
      return
    case .assign(let target, let value):
      read(value)
      write(target)
      return
    case .closure(let closure):
      for variable in closure.captures {
        if variable == function.selfVariable { useSelf(expression, as: nil) } else { use(variable, at: expression.range, isCapture: true) }
      }
    case .delegateInit(_, _, let arguments, true):
      read(arguments)
      for property in required where !isSet(.property(property)) && reported.insert(.property(property)).inserted {
        report(Diagnostic(.propertyNotInitializedAtSuper(property.name), at: expression.range))
      }
      set(.superclass)
    case .call(.function(let callee, _), let arguments):
      if let first = arguments.first, let base = first.expression, isSelf(base), callee.decl.kind == .method {
        useSelf(base, as: callee.decl.name)
        read(Array(arguments.dropFirst()))
      } else {
        read(arguments)
      }
    case .ternary(let condition, let yes, let no):
      read(condition)
      let before = state
      read(yes)
      let after = state
      state = before
      read(no)
      state = after.joined(state)
    case .logicalAnd(let first, let second), .logicalOr(let first, let second), .coalesce(let first, let second):
      read(first)
      let before = state
      read(second)
      state = before
    default:
      for child in expression.children {
        switch child {
        case .expression(let inner): read(inner)
        case .statement(let inner): follow(inner)
        }
      }
    }
    if expression.isNever { state = .unreachable }
  }

  private mutating func read(_ arguments: [TypedArgument]) {
    for argument in arguments {
      switch argument {
      case .value(let value), .inoutArgument(let value): read(value)
      case .defaulted: break
      case .variadic(let elements, _): for element in elements { read(element) }
      }
    }
  }

  /// Assigning to a whole variable or stored property gives it its value; anything else reads the base.
  private mutating func write(_ target: TypedExpr) {
    switch target.kind {
    case .variable(let variable):
      guard tracked.contains(.variable(variable)) else { return }
      if variable.isLet, state.isReachable, state.possible.contains(.variable(variable)) {
        report(Diagnostic(.immutableInitializedTwice(variable.name), at: target.range))
      }
      set(.variable(variable))
    case .property(let base?, let property, _, _, _) where isSelf(base):
      if required.contains(property) {
        if property.isLet, state.isReachable, state.possible.contains(.property(property)) {
          report(Diagnostic(.immutableInitializedTwice("self.\(property.name)"), at: target.range))
        }
        set(.property(property))
      } else if !property.isStored {
        useSelf(base, as: property.name)
      }
    case .tuple(let elements): for element in elements { write(element) }
    case .discard: break
    default:
      for child in target.children {
        if case .expression(let inner) = child { read(inner) }
      }
    }
  }

  private func isSelf(_ expression: TypedExpr) -> Bool {
    switch expression.kind {
    case .variable(let variable): variable == function.selfVariable
    case .upcast(let inner): isSelf(inner)
    default: false
    }
  }

  private func isSet(_ item: Item) -> Bool { state.definite?.contains(item) ?? true }

  private mutating func set(_ item: Item) {
    state.definite?.insert(item)
    state.possible.insert(item)
  }

  // MARK: Reports

  private mutating func use(_ variable: Variable, at range: SourceRange, isCapture: Bool = false) {
    let item = Item.variable(variable)
    guard tracked.contains(item), !isSet(item), reported.insert(item).inserted else { return }
    report(
      Diagnostic(
        isCapture
          ? .capturedBeforeInitialization(variable.name, isLet: variable.isLet)
          : .usedBeforeInitialization(variable.name, isLet: variable.isLet), at: range))
  }

  private mutating func require(_ item: Item, at range: SourceRange) {
    guard case .property(let property) = item, !isSet(item), reported.insert(item).inserted else { return }
    // A struct is a value that is not there yet; a class's properties are spoken of one by one.
    report(
      Diagnostic(
        function.parent?.isClass == true
          ? .usedBeforeInitialization("self.\(property.name)", isLet: property.isLet) : .selfBeforeInitialization(nil), at: range))
  }

  /// Reading a property of `self` that has its value already is allowed before the others have theirs, in a struct
  /// and for the class's own properties; a computed or inherited one needs the whole of `self`.
  private mutating func useStoredSelf(_ property: PropertyDecl, _ expression: TypedExpr) {
    if property.isStored, property.parent == function.parent { return }
    useSelf(expression, as: property.name)
  }

  private mutating func useSelf(_ expression: TypedExpr, as member: String?) {
    guard state.isReachable, let missing = required.first(where: { !isSet(.property($0)) }) else {
      if hasSuperclass, state.isReachable, !isSet(.superclass), reported.insert(.superclass).inserted {
        report(Diagnostic(.selfBeforeSuper(member), at: expression.range))
      }
      return
    }
    guard reported.insert(.property(missing)).inserted else { return }
    report(Diagnostic(.selfBeforeInitialization(member), at: expression.range))
  }

  /// At a return or the end of an initialiser.
  private mutating func leave(at range: SourceRange) {
    guard state.isReachable, function.kind == .initializer else { return }
    let missing = required.filter { !isSet(.property($0)) && !reported.contains(.property($0)) }
    guard !missing.isEmpty else {
      if hasSuperclass, !isSet(.superclass), reported.insert(.superclass).inserted, superNeedsCall {
        report(Diagnostic(.superInitMissing(), at: range))
      }
      return
    }
    reported.formUnion(missing.map(Item.property))
    var diagnostic = Diagnostic(.returnWithoutInitialization(), at: range)
    diagnostic.notes = missing.map { (message: .propertyNotInitialized("self.\($0.name)"), range: $0.range) }
    report(diagnostic)
  }

  /// A superclass whose `init()` takes nothing is called by itself at the end, as in Swift.
  private var superNeedsCall: Bool {
    guard case .nominal(let decl, _)? = function.parent?.superclass else { return false }
    let initializers = decl.members(named: "init").compactMap { member -> FunctionDecl? in
      if case .function(let function) = member { function } else { nil }
    }
    return !initializers.isEmpty && !initializers.contains { $0.parameters.allSatisfy { $0.defaultValue != nil } }
  }
}

extension TypedArgument {
  fileprivate var expression: TypedExpr? {
    switch self {
    case .value(let value), .inoutArgument(let value): value
    case .defaulted, .variadic: nil
    }
  }
}
