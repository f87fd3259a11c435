/// The calls that a failure ends, innermost first: of a deep recursion the two ends.
struct CallTrace {
  private static let endCount = 24

  private(set) var innermost: [Instruction.Code] = []
  /// The last calls noted, as a ring.
  private var ring: [Instruction.Code] = []
  private var position = 0
  private var count = 0

  mutating func note(_ pc: Instruction.Code) {
    count += 1
    if innermost.count < Self.endCount {
      innermost.append(pc)
    } else if ring.count < Self.endCount {
      ring.append(pc)
    } else {
      ring[position] = pc
      position = (position + 1) % Self.endCount
    }
  }

  var outermost: [Instruction.Code] { Array(ring[position...] + ring[..<position]) }

  /// The calls between the two ends.
  var omitted: Int { count - innermost.count - ring.count }
}
