import Testing

@testable import Language

@Suite struct ParserTests {
  @Test func `there are programs to read`() {
    #expect(Corpus.programs.count > 20)
  }

  /// Source, and its tree.
  @Test(arguments: [
    ("a < b", "(expression (sequence [(operand (name a)) (binaryOperator <) (operand (name b))]))"),
    ("f(a < b, c > d)",
      "(expression (call (name f) [{value:(sequence [(operand (name a)) (binaryOperator <) (operand (name b))])} "
        + "{value:(sequence [(operand (name c)) (binaryOperator >) (operand (name d))])}]))"),
    ("f(a<b, c>(d))",
      "(expression (call (name f) [{value:(call (name a generics:[(named [{name:b}]) (named [{name:c}])]) [{value:(name d)}])}]))"),
    ("Array<Array<Int>>()", "(expression (call (name Array generics:[(named [{name:Array arguments:[(named [{name:Int}])]}])])))"),
    ("x.map { $0 }", "(expression (call (member (name x) map) trailing:{closures:[(closure:(closure {throwing:never body:[(expression (name $0))]}))]}))"),
    ("let f = { (a: Int) -> Int in a }",
      "(declaration (variable {isLet:true bindings:[{pattern:(name f) value:(closure {parameters:[{name:a type:(named [{name:Int}])}] throwing:never result:(named [{name:Int}]) body:[(expression (name a))]})}]}))"),
    ("if case .some(let x) = y { }",
      "(ifStmt {conditions:[(patternMatch (enumCase some arguments:[(pattern:(binding (name x)))]) (name y))]})"),
    ("\"a\\(b)c\"", "(expression (string [(text \"a\") (interpolation [{value:(name b)}]) (text \"c\")]))"),
    ("x as? Int ?? 0",
      "(expression (sequence [(operand (name x)) (cast conditional (named [{name:Int}])) (binaryOperator ??) (operand (integer 0))]))"),
    ("foo\n  .bar()\n  .baz", "(expression (member (call (member (name foo) bar)) baz))"),
    ("f\n(1)", "(expression (name f))\n(expression (paren (integer 1)))"),
    ("x[0, a: 1]?.y!", "(expression (forceUnwrap (member (optionalChain (subscriptCall (name x) [{value:(integer 0)} {label:a value:(integer 1)}])) y)))"),
    ("any(x)", "(expression (call (name any) [{value:(name x)}]))"),
    ("any[0]", "(expression (subscriptCall (name any) [{value:(integer 0)}]))"),
    ("reduce(0, +)", "(expression (call (name reduce) [{value:(integer 0)} {value:(name +)}]))"),
    ("f(a:b:)", "(expression (name f labels:[\"a\" \"b\"]))"),
    ("\\Point.x.y", "(expression (keyPath root:(named [{name:Point}]) [(property x) (property y)]))"),
    ("\\.[0]?.count", "(expression (keyPath [(subscriptCall [{value:(integer 0)}]) optionalChain (property count)]))"),
    ("let x: ((Int) throws -> [String: Int?])? = nil",
      "(declaration (variable {isLet:true bindings:[{pattern:(name x) type:(optional (function [{type:(named [{name:Int}])}] any (dictionary (named [{name:String}]) (optional (named [{name:Int}]))))) value:nilLiteral}]}))"),
  ])
  func `trees`(source: String, tree: String) {
    #expect(SyntaxDump.dump(source) == tree)
  }

  @Test(arguments: Corpus.programs.filter { !$0.name.hasPrefix("diagnostics/") && !$0.name.hasPrefix("sessions/") })
  func `programs parse without a diagnostic`(program: Corpus.Program) {
    let result = Parser.parse(SourceFile(name: program.name, cell: 1, text: program.text))
    #expect(DiagnosticRenderer(hasColor: false).render(result.diagnostics) == "")
  }

  @Test func `documentation comments belong to the declaration below`() {
    let source = "/// One\n/// two\nfunc f() {}\n\n/// lost\n\nlet x = 1\n/** block\n * lines */\nvar y = 2 // no\nlet z = 3"
    let documentation = Parser.parse(SourceFile(name: "cell 1", cell: 1, text: source)).statements.map {
      if case .declaration(let declaration) = $0.kind { declaration.documentation } else { nil as String? }
    }
    #expect(documentation == ["One\ntwo", nil, "block\nlines", nil])
  }
}
