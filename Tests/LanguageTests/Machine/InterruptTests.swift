import Foundation
import Testing

@testable import Language

/// An interrupt may come at any loop or call. Whatever was under way, what the cell made is given back once.
@Suite struct InterruptTests {
  /// A jump back was stopped with what the instruction before its target owned: a number was released as an object.
  private static let regressions: Set<String> = ["types/associated_types.swift"]
  /// With the environment variable every program is run and stopped at more places; it takes a quarter of an hour.
  private static let isThorough = ProcessInfo.processInfo.environment["NABLA_INTERRUPTS"] != nil

  private static let programs = Corpus.programs.filter { program in
    !["traps/", "diagnostics/", "sessions/"].contains { program.name.hasPrefix($0) }
  }.enumerated().filter { isThorough || $0.offset % 24 == 0 || regressions.contains($0.element.name) }.map(\.element)

  /// Runs a program again and again, each time stopped at another place, until it comes to its end.
  @Test(arguments: programs) func anInterruptAnywhereGivesBackWhatItFinds(_ program: Corpus.Program) {
    var place = 1
    for _ in 0..<(Self.isThorough ? 80 : 30) {
      let cells = Cells()
      let machine = cells.machine
      var left = place
      machine.visit = {
        left -= 1
        machine.attention.raise(left == 0 ? .interrupt : .visit)
      }
      machine.attention.raise(.visit)
      _ = cells.run(program.text)
      machine.visit = {}
      machine.attention.clear(.visit)
      machine.attention.clear(.interrupt)
      #expect(machine.heap.firstFault() == nil, "\(program.name), stopped at place \(place)")
      #expect(cells.run("print((0..<40).map { [$0, $0 + 1] }.count)") == nil)
      if left > 0 { return }
      place += max(1, place / (Self.isThorough ? 8 : 3))
    }
  }
}
