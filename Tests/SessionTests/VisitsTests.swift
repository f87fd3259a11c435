import Glibc
import Synchronization
import Testing

@testable import Session

@Suite struct VisitsTests {
  @Test func anIdleSessionIsLookedAtAtOnce() {
    let visits = Visits()
    var asked = 0
    #expect(visits.look(ask: { asked += 1 }) { 42 } == 42)
    #expect(visits.run { 1 } == 1)
    #expect(visits.look(ask: { asked += 1 }) { 43 } == 43)
    #expect(asked == 2)
  }

  /// What is looked at is a plain variable: a visit at the same time as the cell would be a race.
  @Test func aRunningCellLetsVisitorsIn() throws {
    let visits = Visits()
    let isWanted = Atomic(false)
    let isDone = Atomic(false)
    nonisolated(unsafe) var counter = 0
    nonisolated(unsafe) var seen: [Int?] = []
    let visitor = try #require(
      Thread.start {
        for _ in 0..<200 {
          seen.append(visits.look(ask: { isWanted.store(true, ordering: .relaxed) }) { counter })
        }
        isDone.store(true, ordering: .relaxed)
      })
    while !isDone.load(ordering: .relaxed) {
      visits.run {
        for _ in 0..<1_000 {
          counter += 1
          if isWanted.exchange(false, ordering: .relaxed) { visits.letIn() }
        }
        visits.pause { _ = usleep(100) }
      }
    }
    visitor.join()
    #expect(seen.count == 200)
    let numbers = seen.compactMap { $0 }
    #expect(numbers.count == 200 && numbers == numbers.sorted())
  }

  @Test func aCellThatLetsNobodyInIsLeftAlone() throws {
    let visits = Visits()
    let isDone = Atomic(false)
    nonisolated(unsafe) var seen: Int? = 0
    try visits.run {
      let visitor = try #require(
        Thread.start {
          seen = visits.look(ask: {}) { 1 }
          isDone.store(true, ordering: .releasing)
        })
      visitor.join()
    }
    #expect(isDone.load(ordering: .acquiring) && seen == nil)
    #expect(visits.look(ask: {}) { 2 } == 2)
  }
}
