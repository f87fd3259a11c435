/// Lists of nodes for a walk over a tape. They hold no references: the tape does.
package struct WalkRoom {
  package var nodes = List()
  package var leaves = List()
  package var stack = List()

  package init() {}

  /// Nodes that are kept alive by others.
  package struct List {
    private var base: UnsafeMutablePointer<Unmanaged<Node>>?
    package private(set) var count = 0
    private var capacity = 0

    package init() {}

    @inline(__always)
    package mutating func append(_ node: Node) {
      if count == capacity { grow() }
      base.unsafelyUnwrapped[count] = Unmanaged.passUnretained(node)
      count &+= 1
    }

    @inline(__always)
    package mutating func popLast() -> Unmanaged<Node>? {
      if count == 0 { return nil }
      count &-= 1
      return base.unsafelyUnwrapped[count]
    }

    @inline(__always)
    package subscript(_ i: Int) -> Unmanaged<Node> { base.unsafelyUnwrapped[i] }

    package mutating func removeAll() { count = 0 }

    @inline(never)
    private mutating func grow() {
      let larger = UnsafeMutablePointer<Unmanaged<Node>>.allocate(capacity: max(capacity * 2, 64))
      if let base {
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
      }
      base = larger
      capacity = max(capacity * 2, 64)
    }

    /// From the last operation to the first. A tape of a chain comes in that order already.
    package mutating func sortFromLastToFirst() {
      @inline(__always) func sequence(_ i: Int) -> UInt64 {
        base.unsafelyUnwrapped[i]._withUnsafeGuaranteedRef { $0.sequence }
      }
      var isSorted = true
      var i = 1
      while i < count {
        if sequence(i - 1) < sequence(i) {
          isSorted = false
          break
        }
        i += 1
      }
      if isSorted { return }
      var buffer = UnsafeMutableBufferPointer(start: base, count: count)
      buffer.sort { a, b in
        a._withUnsafeGuaranteedRef { $0.sequence } > b._withUnsafeGuaranteedRef { $0.sequence }
      }
    }

    fileprivate mutating func destroy() {
      base?.deallocate()
      base = nil
      count = 0
      capacity = 0
    }
  }

  package mutating func destroy() {
    nodes.destroy()
    leaves.destroy()
    stack.destroy()
  }
}
