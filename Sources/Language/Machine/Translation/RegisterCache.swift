/// Which words of the frame stand in registers of the processor too. Every word is also in its place in the frame, so a
/// register can be given up at any time, and the loop can take over at any instruction.
struct RegisterCache<Name: Equatable> {
  private let names: [Name]
  /// The word of the frame that each register holds.
  private var slots: [Int?]
  /// Registers that the instruction under way uses.
  private var pinned: UInt32 = 0
  private var next = 0
  /// Registers that hold a word of their own throughout a loop.
  private var residents: UInt32 = 0

  init(_ names: [Name]) {
    self.names = names
    slots = Array(repeating: nil, count: names.count)
  }

  /// The words held, with their registers.
  var contents: [(slot: Int, register: Name)] {
    slots.indices.compactMap { index in slots[index].map { ($0, names[index]) } }
  }

  func holds(_ slot: Int) -> Bool { slots.contains(slot) }

  /// The register that holds a word throughout the loop.
  func resident(_ slot: Int) -> Name? {
    guard residents != 0, let index = slots.firstIndex(of: slot), residents & 1 << UInt32(index) != 0 else { return nil }
    return names[index]
  }

  /// Gives words registers of their own, from the first one on.
  mutating func settle(_ words: [Int]) {
    forgetAll()
    for (index, slot) in words.enumerated() {
      slots[index] = slot
      residents |= 1 << UInt32(index)
    }
  }

  /// Ends that: the registers hold what they hold.
  mutating func unsettle() { residents = 0 }

  /// The register that holds a word, kept for the instruction under way.
  mutating func find(_ slot: Int) -> Name? {
    guard let index = slots.firstIndex(of: slot) else { return nil }
    pinned |= 1 << UInt32(index)
    return names[index]
  }

  /// A register that the instruction under way does not use yet.
  mutating func take() -> Name {
    var index = next
    while (pinned | residents) & 1 << UInt32(index) != 0 { index = (index + 1) % names.count }
    next = (index + 1) % names.count
    pinned |= 1 << UInt32(index)
    slots[index] = nil
    return names[index]
  }

  mutating func assign(_ slot: Int, to register: Name) {
    forget(slot)
    if let index = names.firstIndex(of: register) { slots[index] = slot }
  }

  mutating func forget(_ slot: Int) {
    if let index = slots.firstIndex(of: slot), residents & 1 << UInt32(index) == 0 { slots[index] = nil }
  }

  mutating func forgetAll() {
    for index in slots.indices where residents & 1 << UInt32(index) == 0 { slots[index] = nil }
  }

  mutating func unpinAll() { pinned = 0 }
}
