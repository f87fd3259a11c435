import Language
import Testing

/// Programs as typed trees, and what they print.
@Suite struct MachineTests {
  let t = Trees()

  private func output(_ cells: [TypedStmt]...) throws -> String {
    let host = RecordingHost()
    let machine = t.machine(host)
    for cell in cells { try machine.run(t.cell(cell)) }
    return host.output
  }

  private func failure(_ cell: [TypedStmt], _ limits: Machine.Limits = Machine.Limits()) -> RuntimeFailure? {
    let machine = t.machine(RecordingHost(), limits)
    do {
      try machine.run(t.cell(cell))
      return nil
    } catch {
      return error
    }
  }

  @Test func callsAndArithmetic() throws {
    #expect(try output([t.print(t.call(t.fibonacci(), t.number(20)))]) == "6765\n")
  }

  @Test func loopsOverGlobals() throws {
    let sum = t.local("sum", t.int, kind: .global)
    let i = t.local("i", t.int, isLet: true)
    let result = try output(
      [
        t.declare(sum, t.number(0)),
        t.count(i, from: t.number(0), to: t.number(1000), [t.assign(t.read(sum), t.add(t.read(sum), t.read(i)))]),
        t.print(t.read(sum)),
      ],
      [t.print(t.add(t.read(sum), t.number(1)))])
    #expect(result == "499500\n499501\n")
  }

  @Test func stringsAndArrays() throws {
    let words = t.local("words", t.array(t.string), kind: .global)
    let copy = t.local("copy", t.array(t.string), kind: .global)
    let result = try output([
      t.declare(words, t.expression(.array([t.text("a"), t.text("b")]), t.array(t.string))),
      t.declare(copy, t.read(words)),
      t.run(t.mutate("array.append", t.read(words), t.text("c"))),
      t.assign(t.element(t.read(words), t.number(0)), t.text("z")),
      t.run(t.mutate("string.append", t.element(t.read(words), t.number(1)), t.text("!"))),
      t.print(t.read(words), t.read(copy), t.element(t.read(words), t.number(2))),
    ])
    #expect(result == "[\"z\", \"b!\", \"c\"] [\"a\", \"b\"] c\n")
  }

  @Test func indexOutOfRangeIsAnError() {
    let numbers = t.local("numbers", t.array(t.int), kind: .global)
    let failed = failure([
      t.declare(numbers, t.expression(.array([t.number(1)]), t.array(t.int))),
      t.print(t.element(t.read(numbers), t.number(1))),
    ])
    #expect(failed?.message == "Index out of range: 1 is not in 0..<1, the indices of the array")
    #expect(failed?.calls.first.map { $0.function } == .some(nil))
  }

  @Test func overflowIsAnError() {
    let failed = failure([t.print(t.add(t.number(Int.max), t.number(1)))])
    #expect(failed?.message == "Arithmetic overflow: 9223372036854775807 + 1 does not fit in Int")
  }

  @Test func endlessRecursionIsAnError() {
    let function = t.function("forever", [t.parameter("n", t.int)], t.int) { forever in
      [t.give(t.add(t.call(forever, t.read(forever.parameters[0].variable)), t.number(1)))]
    }
    var limits = Machine.Limits()
    limits.stackWords = 1 << 17
    let failed = failure([t.print(t.call(function, t.number(1)))], limits)
    #expect(failed?.message.hasPrefix("Stack overflow") == true)
  }

  @Test func closuresShareVariables() throws {
    let total = t.local("total", t.int)
    total.isCaptured = true
    let x = t.parameter("x", t.int)
    let closure = t.function("", [x], .void, kind: .closure) { _ in
      [t.assign(t.read(total), t.add(t.read(total), t.read(x.variable)))]
    }
    closure.captures = [total]
    let type = Type.function(
      FunctionType(parameters: [.init(type: t.int)], result: .void, isThrowing: false))
    let add = t.local("add", type, isLet: true)
    let body = t.function("run", [], t.int) { _ in
      [
        t.declare(total, t.number(1)), t.declare(add, t.expression(.closure(closure), type)),
        t.run(t.apply(t.read(add), t.number(10))), t.run(t.apply(t.read(add), t.number(100))),
        t.give(t.read(total)),
      ]
    }
    #expect(try output([t.print(t.call(body))]) == "111\n")
  }

  /// A class `Node` with `name` and `next`, whose deinit prints the name.
  private func node() -> (decl: NominalDecl, type: Type, initializer: FunctionDecl, next: PropertyDecl, name: PropertyDecl) {
    let decl = NominalDecl(kind: .classDecl, name: "Node", range: t.range)
    let type = Type.nominal(decl, [])
    let name = PropertyDecl(
      name: "name", range: t.range, parent: decl, type: t.string, isLet: false, isStatic: false, isStored: true)
    let next = PropertyDecl(
      name: "next", range: t.range, parent: decl, type: t.optional(type), isLet: false, isStatic: false, isStored: true)
    decl.properties = [name, next]
    func field(_ base: Variable, _ property: PropertyDecl) -> TypedExpr {
      t.expression(
        .property(base: t.read(base), property, Substitutions(), isSuper: false, isDirect: true), property.type)
    }
    let own = t.local("self", type, isLet: true, kind: .parameter)
    let parameter = t.parameter("name", t.string)
    let initializer = t.function("init", [parameter], .void, kind: .initializer, parent: decl) { _ in
      [t.assign(field(own, name), t.read(parameter.variable))]
    }
    initializer.selfVariable = own
    let dying = t.local("self", type, isLet: true, kind: .parameter)
    let deinitializer = t.function("deinit", [], .void, kind: .deinitializer, parent: decl) { _ in
      [t.print(t.text("end of"), field(dying, name))]
    }
    deinitializer.selfVariable = dying
    decl.deinitializer = deinitializer
    return (decl, type, initializer, next, name)
  }

  @Test func objectsEndInOrder() throws {
    let node = node()
    let (a, b) = (t.local("a", node.type, isLet: true), t.local("b", node.type, isLet: true))
    let make = { (name: String) in
      t.expression(.construct(FunctionRef(node.initializer), [.value(t.text(name))]), node.type)
    }
    let body = t.function("run", [], .void) { _ in
      [
        t.declare(a, make("a")), t.declare(b, make("b")),
        t.assign(
          t.expression(
            .property(base: t.read(a), node.next, Substitutions(), isSuper: false, isDirect: false), node.next.type),
          t.expression(.wrapOptional(make("c")), t.optional(node.type))),
        t.run(make("d")),
        t.print(t.text("made")),
      ]
    }
    #expect(
      try output([t.run(t.call(body)), t.print(t.text("done"))])
        == "end of d\nmade\nend of b\nend of a\nend of c\ndone\n")
  }

  @Test func errorsUnwindAndAreCaught() throws {
    let failing = NominalDecl(kind: .enumDecl, name: "Failing", range: t.range)
    failing.cases = [
      EnumCaseDecl(name: "badly", range: t.range, parent: failing, index: 0, payload: [TupleElement(type: t.int)], isIndirect: false)
    ]
    let node = node()
    let n = t.parameter("n", t.int)
    let thrower = t.function("thrower", [n], t.int) { _ in
      [
        t.declare(
          t.local("held", node.type, isLet: true),
          t.expression(.construct(FunctionRef(node.initializer), [.value(t.text("held"))]), node.type)),
        t.statement(.deferStmt([t.print(t.text("deferred"))])),
        t.when(
          t.less(t.number(3), t.read(n.variable)),
          [
            t.statement(
              .throwStmt(
                t.expression(
                  .erase(t.expression(.enumCase(failing.cases[0], [.value(t.read(n.variable))]), .nominal(failing, []))),
                  t.error)))
          ]),
        t.give(t.read(n.variable)),
      ]
    }
    thrower.isThrowing = true
    let error = t.local("error", t.error, isLet: true)
    let attempt = { (number: Int) in
      t.statement(
        .doCatch(
          nil, [t.print(t.call(thrower, t.number(number)))],
          [TypedCatch(items: [], error: error, body: [t.print(t.text("caught"), t.read(error))])], isExhaustive: true))
    }
    let result = try output([attempt(1), attempt(7)])
    #expect(result == "deferred\nend of held\n1\ndeferred\nend of held\ncaught badly(7)\n")
    let failed = failure([t.print(t.call(thrower, t.number(9)))])
    #expect(failed?.kind == .uncaught("Failing"))
  }

  @Test func chainsOfObjectsDoNotOverflowTheStack() throws {
    let node = node()
    node.decl.deinitializer = nil
    let head = t.local("head", t.optional(node.type))
    let made = t.local("made", node.type, isLet: true)
    let i = t.local("i", t.int, isLet: true)
    let body = t.function("run", [], .void) { _ in
      [
        t.declare(head, t.expression(.none, t.optional(node.type))),
        t.count(
          i, from: t.number(0), to: t.number(300_000),
          [
            t.declare(
              made, t.expression(.construct(FunctionRef(node.initializer), [.value(t.text("x"))]), node.type)),
            t.assign(
              t.expression(
                .property(base: t.read(made), node.next, Substitutions(), isSuper: false, isDirect: false),
                node.next.type), t.read(head)),
            t.assign(t.read(head), t.expression(.wrapOptional(t.read(made)), t.optional(node.type))),
          ]),
      ]
    }
    #expect(try output([t.run(t.call(body)), t.print(t.text("done"))]) == "done\n")
  }
}
