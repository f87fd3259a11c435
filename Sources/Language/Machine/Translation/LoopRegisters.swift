/// A loop without calls and loops within, and the words of the frame that stand in registers of their own throughout it.
///
/// In the frame they stand as well. A word that changes from turn to turn would otherwise go through memory, which takes
/// several times as long as an addition.
struct LoopRegisters {
  /// From the instruction that is jumped back to, to behind the last jump back.
  let range: Range<Int>
  private(set) var words: [Int] = []
  private(set) var numbers: [Int] = []
  /// How often each word is used as a word and as a Double.
  private var uses: [Int: (words: Int, numbers: Int)] = [:]
  private var isInnermost = true

  /// Of nine and fourteen: no instruction in such a loop has more than four words, or three numbers, at a time besides.
  private static let wordLimit = 5
  private static let numberLimit = 9

  init(range: Range<Int>) { self.range = range }

  /// The innermost loops of a function, by its jumps.
  static func loops(_ jumps: [(from: Int, to: Int, behind: Int)]) -> [LoopRegisters] {
    var ends: [Int: Int] = [:]
    for jump in jumps where jump.to <= jump.from { ends[jump.to] = max(ends[jump.to] ?? 0, jump.behind) }
    return ends.filter { head, end in !ends.keys.contains { $0 != head && (head..<end).contains($0) } }
      .map { LoopRegisters(range: $0.key..<$0.value) }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  mutating func noteUse(_ slot: Int, isNumber: Bool) {
    if isNumber { uses[slot, default: (0, 0)].numbers += 1 } else { uses[slot, default: (0, 0)].words += 1 }
  }

  /// Registers do not outlive what is left to the loop of the machine.
  mutating func noteInterruption() { isInnermost = false }

  /// The words used most; false where none may be kept.
  mutating func choose() -> Bool {
    guard isInnermost else { return false }
    let ranked = uses.sorted { left, right in
      (-left.value.words - left.value.numbers, left.key) < (-right.value.words - right.value.numbers, right.key)
    }
    words = Array(ranked.filter { $0.value.words >= $0.value.numbers }.map(\.key).prefix(Self.wordLimit))
    numbers = Array(ranked.filter { $0.value.words < $0.value.numbers }.map(\.key).prefix(Self.numberLimit))
    return !words.isEmpty || !numbers.isEmpty
  }
}
