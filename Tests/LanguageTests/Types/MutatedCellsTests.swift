@testable import Language
import Testing

/// No text, however broken, ends the process or keeps the checker busy.
@Suite struct MutatedCellsTests {
  static let seeds = [
    "struct Stack<E> { private var items: [E] = []; mutating func push(_ e: E) { items.append(e) }; var top: E? { items.last } }\nvar s = Stack<Int>(); s.push(1); print(s.top ?? 0)",
    "protocol Shape { associatedtype U: Numeric; var area: U { get } }\nextension Shape { func twice() -> U { area + area } }\nstruct Sq: Shape { var side: Int; var area: Int { side * side } }\nprint(Sq(side: 2).twice())",
    "indirect enum Expr { case num(Double), add(Expr, Expr)\n  func eval() -> Double { switch self { case .num(let v): return v; case .add(let a, let b): return a.eval() + b.eval() } } }\nlet e = Expr.add(.num(1), .num(2)); e.eval()",
    "class A { var x = 1; init(x: Int) { self.x = x }; func f() throws -> Int { x } }\nclass B: A { override func f() throws -> Int { try super.f() + 1 } }\ndo { print(try B(x: 2).f()) } catch { print(error) }",
    "func apply<T, R>(_ xs: [T], _ f: (T) throws -> R) rethrows -> [R] { try xs.map(f) }\nlet r = apply([1, 2]) { n in let m = n * 2; return \"\\(m)\" }\nfor (i, x) in r.enumerated() where i > 0 { print(x) }",
    "let d = [\"a\": [1, 2], \"b\": []]\nlet t = d.mapValues { $0.reduce(0, +) }.sorted { $0.value > $1.value }.map { \"\\($0.key)=\\($0.value)\" }\nif let f = t.first, case let n = f.count, n > 1 { print(f[f.startIndex]) }",
  ]

  @Test(arguments: seeds.indices) func mutatedProgramsAreCheckedToTheEnd(_ index: Int) {
    var state = UInt64(index) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let words = Self.seeds[index].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let others = Self.seeds.joined(separator: " ").split(separator: " ").map(String.init)
    let session = CheckedSession()
    #expect(session.errors(Self.seeds[index]) == [])
    for _ in 0..<60 {
      var mutated = words
      for _ in 0...next(3) {
        let place = next(mutated.count)
        switch next(4) {
        case 0: mutated.remove(at: place)
        case 1: mutated[place] = others[next(others.count)]
        case 2: mutated.insert(others[next(others.count)], at: place)
        default: mutated.swapAt(place, next(mutated.count))
        }
      }
      let checked = session.check(mutated.joined(separator: " "))
      // Either it is well-formed, or somebody says why not.
      #expect(checked.function != nil || checked.diagnostics.contains { $0.message.severity == .error })
    }
  }

  @Test func aLiteralTypeWithoutItsInitialiserIsAnError() {
    let text = """
      struct Poly: ExpressibleByIntegerLiteral { var c: Double
        init(integerliteral v: Int) { c = Double(v) } }
      let p: Poly = 1
      """
    #expect(!CheckedSession().errors(text).isEmpty)
  }

  @Test func deepNestingIsAnErrorAndNotAStackOverflow() {
    let depth = 180
    let text = "let x = " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(!CheckedSession().errors(text).isEmpty)
  }
}
