/// How the values of a type lie in words, and which of the words own something.
package final class Layout: Sendable {
  package indirect enum Ownership: Sendable {
    /// Words without owner.
    case trivial
    /// One word: null, or a counted reference.
    case reference
    /// Two words: the record of the dynamic type (null in a nil optional) and the value or a box of it.
    case existential
    /// Parts at word offsets; only those that own something.
    case parts([(offset: Int, layout: Layout)])
    /// Word 0 is null for nil, else the payload begins there.
    case nullable(Layout)
    /// Word 0 is the tag, the payload of each case begins at word 1; nil for cases that own nothing.
    case tagged([Layout?])
  }

  package let words: Int
  package let ownership: Ownership
  /// Word 0 is never zero in a value, so that an optional can say nil with it.
  package let hasNonNullFirstWord: Bool
  /// The offsets of the owned words where all of them are plain references.
  package let references: [Int]?
  /// The same without a count of Swift's on each use; −1 where there are other owners. Layouts live as long as their
  /// machine, and are few.
  private let referenceCount: Int
  nonisolated(unsafe) private let referenceOffsets: UnsafeMutablePointer<Int>

  package init(words: Int, ownership: Ownership, hasNonNullFirstWord: Bool) {
    self.words = words
    self.ownership = ownership
    self.hasNonNullFirstWord = hasNonNullFirstWord
    let references: [Int]?
    switch ownership {
    case .trivial: references = []
    case .reference: references = [0]
    case .parts(let parts):
      var offsets: [Int]? = []
      for (offset, part) in parts {
        guard let inner = part.references else { offsets = nil; break }
        offsets?.append(contentsOf: inner.map { offset + $0 })
      }
      references = offsets
    case .nullable(let payload):
      // A nil leaves the further words undefined, unless there are none.
      references = payload.words == 1 ? payload.references : nil
    case .existential, .tagged: references = nil
    }
    self.references = references
    referenceCount = references?.count ?? -1
    referenceOffsets = .allocate(capacity: max(referenceCount, 1))
    for (index, offset) in (references ?? []).enumerated() { (referenceOffsets + index).initialize(to: offset) }
  }

  deinit { referenceOffsets.deallocate() }

  /// An existential, or an optional one.
  var isExistential: Bool {
    switch ownership {
    case .existential: true
    case .nullable(let payload): payload.isExistential && payload.words == words
    default: false
    }
  }

  package var isTrivial: Bool { referenceCount == 0 }
  package var isSingleReference: Bool { words == 1 && referenceCount == 1 }

  package static let empty = Layout.trivial(words: 0)
  package static let word = Layout.trivial(words: 1)
  package static let reference = Layout(words: 1, ownership: .reference, hasNonNullFirstWord: true)
  package static let existential = Layout(words: 2, ownership: .existential, hasNonNullFirstWord: true)

  package static func trivial(words: Int) -> Layout {
    Layout(words: words, ownership: .trivial, hasNonNullFirstWord: false)
  }

  /// Fields one after the other.
  package static func aggregate(_ fields: [Layout]) -> Layout {
    var offset = 0
    var parts: [(offset: Int, layout: Layout)] = []
    for field in fields {
      if !field.isTrivial { parts.append((offset, field)) }
      offset += field.words
    }
    let first = fields.first { $0.words > 0 }
    return Layout(
      words: offset, ownership: parts.isEmpty ? .trivial : .parts(parts),
      hasNonNullFirstWord: first?.hasNonNullFirstWord ?? false)
  }

  package static func optional(_ payload: Layout) -> Layout {
    if payload.hasNonNullFirstWord {
      return Layout(words: payload.words, ownership: .nullable(payload), hasNonNullFirstWord: false)
    }
    return .tagged([nil, payload])
  }

  /// An enum; nil for cases without payload.
  package static func tagged(_ payloads: [Layout?]) -> Layout {
    let words = 1 + (payloads.map { $0?.words ?? 0 }.max() ?? 0)
    let owning = payloads.map { payload in payload.flatMap { $0.isTrivial ? nil : $0 } }
    let isTrivial = owning.allSatisfy { $0 == nil }
    return Layout(words: words, ownership: isTrivial ? .trivial : .tagged(owning), hasNonNullFirstWord: false)
  }

  // MARK: Values in memory

  /// Retains all that a value owns.
  package func retain(_ value: Words) {
    if referenceCount >= 0 {
      for index in 0..<referenceCount { Language.retain(value[referenceOffsets[index]]) }
      return
    }
    switch ownership {
    case .trivial, .reference: break
    case .existential:
      if let type = TypePointer(bitPattern: value[0]), type.pointee.payloadIsReference { Language.retain(value[1]) }
    case .parts(let parts): for (offset, part) in parts { part.retain(value + offset) }
    case .nullable(let payload): if value[0] != 0 { payload.retain(value) }
    case .tagged(let payloads):
      if payloads.indices.contains(value[0]) { payloads[value[0]]?.retain(value + 1) }
    }
  }

  /// Releases all that a value owns; the words are garbage afterwards.
  package func destroy(_ value: Words) {
    if referenceCount >= 0 {
      for index in 0..<referenceCount { Language.release(value[referenceOffsets[index]]) }
      return
    }
    switch ownership {
    case .trivial, .reference: break
    case .existential:
      if let type = TypePointer(bitPattern: value[0]), type.pointee.payloadIsReference { Language.release(value[1]) }
    case .parts(let parts): for (offset, part) in parts { part.destroy(value + offset) }
    case .nullable(let payload): if value[0] != 0 { payload.destroy(value) }
    case .tagged(let payloads):
      if payloads.indices.contains(value[0]) { payloads[value[0]]?.destroy(value + 1) }
    }
  }

  /// Makes a second owner of a value.
  @inline(__always)
  package func copy(_ source: Words, to destination: Words) {
    destination.update(from: source, count: words)
    retain(destination)
  }
}
