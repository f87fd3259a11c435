/// A sequence that shows how far a loop over it has come.
///
/// ```swift
/// for epoch in progress(1...2000) { … }
/// ```
@inlinable
public func progress<Base: Sequence>(_ base: Base) -> ProgressSequence<Base> {
  ProgressSequence(base)
}

/// What `progress(_:)` gives: the elements of a sequence, counted in a bar as they are taken.
public struct ProgressSequence<Base: Sequence>: Sequence, IteratorProtocol {
  @usableFromInline var iterator: Base.Iterator
  @usableFromInline let bar: ProgressBar

  @inlinable
  public init(_ base: Base) {
    iterator = base.makeIterator()
    bar = ProgressBar(total: base.underestimatedCount)
    isFirst = true
  }

  @usableFromInline var isFirst: Bool

  /// The next element; asking for it means that the one before is done.
  @inlinable
  public mutating func next() -> Base.Element? {
    if !isFirst { bar.advance() }
    isFirst = false
    let element = iterator.next()
    if element == nil { bar.finish() }
    return element
  }
}
