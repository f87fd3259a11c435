import Language

/// Typed trees by hand: tests of the machine that need neither parser nor checker.
final class Trees {
  static let file = SourceFile(name: "cell 1", cell: 1, text: "")
  static let library = SourceFile(name: "Swift", cell: 0, text: "")
  let range = SourceRange(file: Trees.file, start: 0, end: 0)
  let libraryRange = SourceRange(file: Trees.library, start: 0, end: 0)
  private(set) var nominals: [String: NominalDecl] = [:]

  init() {
    for (name, representation) in [
      ("Int", "int64"), ("UInt8", "uint8"), ("Double", "double"), ("Bool", "bool"), ("String", "string"),
      ("Character", "character"),
    ] { builtin(name, representation, 0) }
    builtin("Array", "array", 1)
    builtin("Optional", "optional", 1)
    builtin("Dictionary", "dictionary", 2)
    nominals["Error"] = NominalDecl(kind: .protocolDecl, name: "Error", range: libraryRange)
  }

  private func builtin(_ name: String, _ representation: String, _ arguments: Int) {
    let decl = NominalDecl(
      kind: name == "Optional" ? .enumDecl : .structDecl, name: name, range: libraryRange)
    decl.representation = .builtin(representation)
    decl.generics = (0..<arguments).map { GenericParameter(name: "T\($0)") }
    nominals[name] = decl
  }

  func type(_ name: String, _ arguments: Type...) -> Type {
    nominals[name].map { .nominal($0, arguments) } ?? .error
  }
  var int: Type { type("Int") }
  var double: Type { type("Double") }
  var bool: Type { type("Bool") }
  var string: Type { type("String") }
  func array(_ element: Type) -> Type { type("Array", element) }
  func optional(_ wrapped: Type) -> Type { type("Optional", wrapped) }
  var any: Type { .existential(ExistentialType(protocols: [])) }
  var error: Type { .existential(ExistentialType(protocols: nominals["Error"].map { [$0] } ?? [])) }

  func machine(_ host: RecordingHost, _ limits: Machine.Limits = Machine.Limits()) -> Machine {
    let machine = Machine(host: host, limits: limits)
    let nominals = nominals
    machine.lookup = { nominals[$0] }
    return machine
  }

  // MARK: Declarations

  func local(_ name: String, _ type: Type, isLet: Bool = false, kind: Variable.Kind = .local) -> Variable {
    Variable(name: name, range: range, type: type, isLet: isLet, kind: kind)
  }

  func parameter(_ name: String, _ type: Type, isInout: Bool = false) -> Parameter {
    Parameter(
      label: nil, variable: local(name, type, isLet: !isInout, kind: isInout ? .inoutParameter : .parameter),
      isInout: isInout)
  }

  func function(
    _ name: String, _ parameters: [Parameter], _ result: Type, kind: FunctionDecl.Kind = .function,
    parent: NominalDecl? = nil, _ body: (FunctionDecl) -> [TypedStmt] = { _ in [] }
  ) -> FunctionDecl {
    let decl = FunctionDecl(name: name, kind: kind, range: range, parent: parent)
    decl.parameters = parameters
    decl.resultType = result
    decl.body = .typed(body(decl))
    return decl
  }

  private var intrinsics: [String: FunctionDecl] = [:]

  func intrinsic(_ name: String, _ parameters: [Type], _ result: Type, isMutating: Bool = false) -> FunctionDecl {
    let key = "\(name) \(parameters) \(result)"
    if let known = intrinsics[key] { return known }
    let decl = FunctionDecl(name: name, kind: .function, range: libraryRange, parent: nil)
    decl.parameters = parameters.enumerated().map { parameter("p\($0)", $1, isInout: isMutating && $0 == 0) }
    decl.resultType = result
    decl.body = .intrinsic(name)
    intrinsics[key] = decl
    return decl
  }

  // MARK: Expressions

  func expression(_ kind: TypedExpr.Kind, _ type: Type) -> TypedExpr { TypedExpr(kind, type: type, range: range) }
  func number(_ value: Int) -> TypedExpr {
    expression(.integer(isNegative: value < 0, magnitude: UInt64(value.magnitude)), int)
  }
  func number(_ value: Double) -> TypedExpr { expression(.floating(value), double) }
  func text(_ value: String) -> TypedExpr { expression(.string(value), string) }
  func read(_ variable: Variable) -> TypedExpr { expression(.variable(variable), variable.type) }
  func call(_ function: FunctionDecl, _ arguments: TypedExpr...) -> TypedExpr {
    expression(.call(.function(FunctionRef(function), .direct), arguments.map(TypedArgument.value)), function.resultType)
  }
  func apply(_ closure: TypedExpr, _ arguments: TypedExpr...) -> TypedExpr {
    var result = Type.void
    if case .function(let type) = closure.type { result = type.result }
    return expression(.call(.value(closure), arguments.map(TypedArgument.value)), result)
  }
  func operation(_ name: String, _ left: TypedExpr, _ right: TypedExpr, _ result: Type? = nil) -> TypedExpr {
    call(intrinsic(name, [left.type, right.type], result ?? left.type), left, right)
  }
  func add(_ left: TypedExpr, _ right: TypedExpr) -> TypedExpr { operation(prefix(left) + ".add", left, right) }
  func subtract(_ left: TypedExpr, _ right: TypedExpr) -> TypedExpr { operation(prefix(left) + ".subtract", left, right) }
  func multiply(_ left: TypedExpr, _ right: TypedExpr) -> TypedExpr { operation(prefix(left) + ".multiply", left, right) }
  func less(_ left: TypedExpr, _ right: TypedExpr) -> TypedExpr { operation(prefix(left) + ".less", left, right, bool) }
  func equal(_ left: TypedExpr, _ right: TypedExpr) -> TypedExpr { operation(prefix(left) + ".equal", left, right, bool) }
  private func prefix(_ operand: TypedExpr) -> String { operand.type == double ? "floating" : "integer" }

  func mutate(_ name: String, _ target: TypedExpr, _ others: TypedExpr..., result: Type = .void) -> TypedExpr {
    let decl = intrinsic(name, [target.type] + others.map(\.type), result, isMutating: true)
    return expression(
      .call(.function(FunctionRef(decl), .direct), [.inoutArgument(target)] + others.map(TypedArgument.value)), result)
  }

  func element(_ array: TypedExpr, _ index: TypedExpr) -> TypedExpr {
    guard case .nominal(_, let arguments) = array.type else { return array }
    let decl = SubscriptDecl(range: range, parent: nil, parameters: [], type: arguments[0], isStatic: false)
    decl.addressor = "array"
    decl.accessors.set = intrinsic("array.set", [array.type, int, arguments[0]], .void, isMutating: true)
    return expression(.subscriptAccess(base: array, decl, Substitutions(), [.value(index)]), arguments[0])
  }

  func print(_ values: TypedExpr...) -> TypedStmt {
    let decl = intrinsic("output.print", [array(any), string, string], .void)
    let items = expression(.array(values.map { expression(.erase($0), any) }), array(any))
    return run(call(decl, items, text(" "), text("\n")))
  }

  // MARK: Statements

  func statement(_ kind: TypedStmt.Kind) -> TypedStmt { TypedStmt(kind, range: range) }
  func run(_ expression: TypedExpr) -> TypedStmt { statement(.expression(expression)) }
  func declare(_ variable: Variable, _ value: TypedExpr? = nil) -> TypedStmt { statement(.declare(variable, value)) }
  func assign(_ target: TypedExpr, _ value: TypedExpr) -> TypedStmt {
    run(expression(.assign(target, value), .void))
  }
  func give(_ value: TypedExpr?) -> TypedStmt { statement(.returnStmt(value)) }
  func when(_ condition: TypedExpr, _ then: [TypedStmt], _ otherwise: [TypedStmt]? = nil) -> TypedStmt {
    statement(.ifStmt([.expression(condition)], then: then, otherwise: otherwise))
  }
  func loop(_ condition: TypedExpr, _ body: [TypedStmt]) -> TypedStmt {
    statement(.whileLoop(LoopLabel(), [.expression(condition)], body))
  }
  func count(_ variable: Variable, from lower: TypedExpr, to upper: TypedExpr, _ body: [TypedStmt]) -> TypedStmt {
    let range = NominalDecl(kind: .structDecl, name: "Range", range: libraryRange)
    let decl = FunctionDecl(name: "..<", kind: .function, range: libraryRange, parent: nil)
    decl.isOperator = true
    decl.resultType = .nominal(range, [])
    let none = FunctionRef(decl)
    return statement(
      .forIn(
        TypedForIn(
          label: LoopLabel(), pattern: TypedPattern(.bind(variable), type: int, range: self.range), isRefutable: false,
          sequence: call(decl, lower, upper), element: int, makeIterator: none, iterator: .nominal(range, []), next: none,
          condition: nil, body: body)))
  }

  func cell(_ statements: [TypedStmt], result: Type = .void) -> FunctionDecl {
    let decl = FunctionDecl(name: "cell", kind: .topLevel, range: range, parent: nil)
    decl.resultType = result
    decl.body = .typed(statements)
    return decl
  }

  // MARK: Programs

  func fibonacci() -> FunctionDecl {
    let n = parameter("n", int)
    return function("fib", [n], int) { fib in
      let value = self.read(n.variable)
      return [
        self.when(self.less(value, self.number(2)), [self.give(value)]),
        self.give(
          self.add(
            self.call(fib, self.subtract(value, self.number(1))), self.call(fib, self.subtract(value, self.number(2))))),
      ]
    }
  }
}
