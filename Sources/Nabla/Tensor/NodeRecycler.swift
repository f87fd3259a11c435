/// Small nodes that are used again, so that a training step in its steady state allocates none.
///
/// The recycler watches the nodes it hands out by holding a reference to each. When it runs short it looks through
/// them, the newest first: one that nobody else refers to is cleared, which lets go of its inputs, and is free again.
/// A node that is found in use several times belongs to the user; it is let go and ends by reference counting.
package struct NodeRecycler {
  /// Nodes of more bytes are not recycled: their memory should go back at once.
  package static let greatestByteCount = 1024
  private static let classCount = 16
  private static let patience = 3
  private static let greatestFreeCount = 4096

  /// Free nodes of each class of size, linked by `input0`.
  private var free = InlineArray<16, Node?>(repeating: nil)
  private var freeCount = 0
  private var watched: UnsafeMutablePointer<Node>
  private var count = 0
  private var capacity = 256
  /// At how many watched nodes to look through them.
  private var limit = 64
  /// How many nodes were made anew.
  package private(set) var allocations = 0

  package init() { watched = .allocate(capacity: 256) }

  /// A free node with room for that many bytes.
  @inline(__always)
  package mutating func take(_ byteCount: Int) -> Node? {
    let index = byteCount <= 64 ? 0 : (byteCount - 1) >> 6
    if free[index] == nil {
      guard count >= limit else { return nil }
      sweep()
    }
    guard let node = free[index] else { return nil }
    free[index] = node.input0
    node.input0 = nil
    freeCount &-= 1
    append(node)
    return node
  }

  /// Watches a node that was made anew.
  package mutating func watch(_ node: Node) {
    allocations += 1
    append(node)
  }

  @inline(__always)
  private mutating func append(_ node: Node) {
    if count == capacity { grow() }
    (watched + count).initialize(to: node)
    count &+= 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: watched, count: count)
    watched.deallocate()
    watched = larger
    capacity *= 2
  }

  /// Frees the nodes that nobody else refers to.
  @inline(never)
  package mutating func sweep() {
    var kept = count
    var i = count - 1
    while i >= 0 {
      let place = watched + i
      if isKnownUniquelyReferenced(&place.pointee), place.pointee.storageIsUnique {
        let node = place.move()
        node.clear()
        if freeCount < NodeRecycler.greatestFreeCount, node.sizeClass < NodeRecycler.classCount {
          node.input0 = free[node.sizeClass]
          free[node.sizeClass] = node
          freeCount += 1
        }
      } else if place.pointee.survivals >= NodeRecycler.patience {
        place.deinitialize(count: 1)
      } else {
        place.pointee.survivals += 1
        kept -= 1
        if kept != i { (watched + kept).moveInitialize(from: place, count: 1) }
      }
      i -= 1
    }
    let survivors = count - kept
    if kept > 0 { watched.moveInitialize(from: watched + kept, count: survivors) }
    count = survivors
    limit = max(64, 2 * survivors)
  }

  /// Lets go of all nodes.
  package mutating func destroy() {
    (watched).deinitialize(count: count)
    watched.deallocate()
    count = 0
    for index in 0..<NodeRecycler.classCount {
      while let node = free[index] {
        free[index] = node.input0
        node.input0 = nil
      }
    }
  }
}
