import Testing

@testable import Language

@Suite struct TranslationTests {
  /// Beside what the processor divides; programs of the oracle have the instructions themselves.
  @Test func aProductWithTheInverseDivides() {
    let divisors = (2...300).map { $0 } + [641, 1000, 4096, 10_007, 1 << 15, 1 << 31, 1 << 62, Int.max]
    let values = [0, 1, -1, 2, -2, 99, -100, 1 << 32, -(1 << 32), Int.max - 1, Int.max, Int.min + 1, Int.min]
    for divisor in divisors.flatMap({ [$0, -$0] }) + [Int.min] {
      let inverse = SignedInverse(of: divisor)
      for value in values + [divisor, divisor &+ 1, divisor &- 1, divisor &* 7, divisor &* 7 &- 1] {
        var quotient = inverse.multiplier.multipliedFullWidth(by: value).high
        if divisor > 0, inverse.multiplier < 0 { quotient &+= value }
        if divisor < 0, inverse.multiplier > 0 { quotient &-= value }
        quotient >>= inverse.shift
        quotient &+= quotient < 0 ? 1 : 0
        let expected = value.dividedReportingOverflow(by: divisor)
        #expect(expected.overflow || quotient == expected.partialValue, "\(value) by \(divisor)")
      }
    }
  }

  /// The loop took over at the jump itself, and handed back before it had run it: nobody looked up any more.
  @Test func aLoopThatIsOneInstructionSeesWhoWantsSomething() {
    let cells = Cells()
    var visits = 0
    cells.machine.visit = {
      visits += 1
      cells.machine.attention.raise(visits < 1000 ? .visit : .interrupt)
    }
    cells.machine.attention.raise(.visit)
    #expect(cells.run("for _ in 0..<1_000_000_000_000 {}") == "the cell was interrupted")
    #expect(visits == 1000)
  }

  #if arch(x86_64) && os(Linux)
    @Test func codeRunsFromItsMemory() throws {
      let memory = CodeMemory(byteLimit: 4096)
      var assembler = Assembler()
      assembler.load(.rax, immediate: 42)
      assembler.returnToCaller()
      let code = assembler.finish()
      let start = try #require(memory.add(code))
      let function = unsafeBitCast(start, to: (@convention(c) () -> Int).self)
      #expect(function() == 42)
      #expect(memory.add([UInt8](repeating: 0xCC, count: 4096)) == nil)
      #expect(function() == 42)
    }
  #endif
}
