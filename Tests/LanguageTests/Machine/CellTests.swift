import Foundation
import Language
import Testing

/// Cells as text through checker and machine: what the machine owes to a session.
@Suite struct CellTests {
  private func output(_ cells: String...) -> String {
    let session = Cells()
    for cell in cells {
      if let failure = session.run(cell) { return session.host.output + "failed: " + failure }
    }
    return session.host.output
  }

  @Test func namesPersistAndEarlierFunctionsKeepWhatTheyBound() {
    #expect(
      output("var x = 1\nfunc f() -> Int { x }", "x = 5\nprint(f())", "var x = \"new\"\nprint(f(), x)")
        == "5\n5 new\n")
  }

  @Test func aTrapKeepsWhatWasDoneBefore() {
    let session = Cells()
    #expect(session.run("var a = [1, 2]\na.append(3)\nprint(a[7])\na.append(4)") == "Index out of range: 7 is not in 0..<3, the indices of the array")
    #expect(session.run("print(a)") == nil)
    #expect(session.host.output == "[1, 2, 3]\n")
  }

  @Test func aGlobalThatNeverGotItsValueIsAnError() {
    let session = Cells()
    #expect(session.run("func f() -> String { s }\nprint(f())\nlet s = \"late\"")?.contains("'s' was used before") == true)
  }

  @Test func aGlobalOfACellThatStoppedBeforeItIsAnError() {
    for use in ["s.append(\"x\")", "s = \"x\"", "print(s)", "defer { s += \"x\" }", "s[s.startIndex]"] {
      let session = Cells()
      #expect(session.run("let none: Int? = nil\nprint(none!)\nvar s = \"late\"") != nil)
      #expect(session.run(use)?.contains("'s' was used before") == true, "\(use)")
    }
  }

  @Test func showingTheResultLeavesTheGlobalsOfItsCellAlone() throws {
    let host = RecordingHost()
    let session = Cells(host: host) { value in host.output += value.machine.describe(value) + "\n" }
    #expect(
      session.run(
        """
        struct S: CustomStringConvertible {
          var description: String { (1...3).map { "s" + String($0) }.joined() }
        }
        var words = ["a", "b"], more = ["c"], last = ("d", ["e"])
        S()
        """) == nil)
    #expect(session.run("print(words, more, last)") == nil)
    #expect(host.output == "s1s2s3\n[\"a\", \"b\"] [\"c\"] (\"d\", [\"e\"])\n")
  }

  @Test func stringsOfAnyLengthCountAgainstTheLimit() {
    var limits = Machine.Limits()
    limits.memoryBytes = 16 << 20
    for text in ["String(repeating: \"x\", count: 60_000)", "\"number \\(i) of many texts\"", "String(i + 1_000_000).uppercased() + \"a longer text\""] {
      let session = Cells(limits: limits)
      let failure = session.run("var s: [String] = []\nfor i in 0..<10_000_000 { s.append(\(text)) }")
      #expect(failure?.hasPrefix("Out of memory") == true, "\(failure ?? "no failure")")
      #expect(session.run("s = []\nprint(s.count)") == nil)
    }
  }

  @Test func weakAndUnownedReferences() {
    #expect(
      output(
        """
        class P { weak var child: C?; deinit { print("P ends") } }
        class C { unowned let parent: P; init(_ p: P) { parent = p }; deinit { print("C ends") } }
        do {
          let p = P()
          var c: C? = C(p)
          p.child = c
          print(p.child != nil)
          c = nil
          print(p.child == nil)
        }
        """) == "true\nC ends\ntrue\nP ends\n")
  }

  @Test func anInterruptStopsALoopAndKeepsTheSession() {
    let session = Cells()
    let attention = session.machine.attention
    let thread = Thread {
      Thread.sleep(forTimeInterval: 0.2)
      attention.raise(.interrupt)
    }
    thread.start()
    #expect(session.run("var n = 0\nwhile true { n += 1 }") == "the cell was interrupted")
    #expect(session.run("print(n > 0)") == nil)
    #expect(session.host.output == "true\n")
  }

  /// A deinit cannot throw, so what stopped it was once told when the cell ended, which a loop put off for good.
  @Test func anInterruptWithinADeinitStopsTheLoopAroundIt() {
    let session = Cells()
    let attention = session.machine.attention
    #expect(session.run("class C { deinit { for _ in 0..<20_000_000 {} } }\nvar n = 0") == nil)
    let thread = Thread {
      Thread.sleep(forTimeInterval: 0.2)
      attention.raise(.interrupt)
    }
    thread.start()
    #expect(session.run("while n < 300 { _ = C(); n += 1 }") == "the cell was interrupted")
    #expect(session.run("print(n < 300)") == nil)
    #expect(session.host.output == "true\n")
  }

  @Test func aTrapWithinADeinitStopsTheLoopAroundIt() {
    let session = Cells()
    #expect(session.run("class C { deinit { let a: [Int] = []; _ = a[0] } }\nvar n = 0") == nil)
    #expect(session.run("while n < 300 { _ = C(); n += 1 }")?.contains("ndex out of range") == true)
    #expect(session.run("print(n < 3)") == nil)
    #expect(session.host.output == "true\n")
  }

  /// The second fault of a cell was once told by the next cell.
  @Test func aTrapWithinADeinitWhileACellFailsStaysWithTheCell() {
    let session = Cells()
    #expect(session.run("class C { deinit { let a: [Int] = []; _ = a[0] } }") == nil)
    #expect(
      session.run("func f() { let c = C(); if true { fatalError(\"first\") }; _ = c }\nf()")?.contains("first") == true)
    #expect(session.run("for i in 0..<3 { print(i) }") == nil)
    #expect(session.host.output == "0\n1\n2\n")
  }

  @Test func memoryHasALimit() {
    var limits = Machine.Limits()
    limits.memoryBytes = 16 << 20
    for program in [
      "var a = [0]\nwhile true { a.append(1) }", "var s = \"x\"\nwhile true { s += s }",
      "let z = Array(repeating: 0, count: 1 << 40)",
      "class N { var next: N? }\nvar head: N? = nil\nwhile true { let n = N(); n.next = head; head = n }",
    ] {
      let session = Cells(limits: limits)
      #expect(session.run(program)?.hasPrefix("Out of memory") == true, "\(program)")
      #expect(session.run("print(1)") == nil)
    }
  }

  @Test func aDeinitThatFailsIsReportedAndNothingElseHappens() {
    let session = Cells()
    let failure = session.run("class N { deinit { let a: [Int] = []; print(a[0]) } }\nvar n: N? = N()\nn = nil\nprint(\"on\")")
    #expect(failure == "Index out of range: 0, and the array is empty")
    // As in Swift, where the process ends within the deinit.
    #expect(session.host.output.isEmpty)
    #expect(session.run("print(1)") == nil)
  }

  @Test func keysThatChangeTheirTableAreAnError() {
    let session = Cells()
    let failure = session.run(
      """
      struct K: Hashable {
        var v: Int
        static func == (a: K, b: K) -> Bool { table[K(v: 100 + table.count)] = 1; return a.v == b.v }
        func hash(into h: inout Hasher) { h.combine(1) }
      }
      var table: [K: Int] = [:]
      for i in 0..<3 { table[K(v: i)] = i }
      """)
    #expect(failure != nil)
    #expect(session.run("print(1)") == nil)
  }
}
