/// A cache that forgets the least recently used: a doubly linked list and a dictionary of its nodes.
final class LRUCache<Key: Hashable, Value> {
  private final class Node {
    let key: Key
    var value: Value
    var next: Node?
    weak var previous: Node?

    init(_ key: Key, _ value: Value) {
      self.key = key
      self.value = value
    }
    deinit { LRUCacheStatistics.freed += 1 }
  }

  let capacity: Int
  private var nodes: [Key: Node] = [:]
  private var head: Node?
  private var tail: Node?
  private(set) var hits = 0, misses = 0
  var onEviction: ((Key, Value) -> Void)?

  init(capacity: Int) {
    precondition(capacity > 0)
    self.capacity = capacity
  }

  private func unlink(_ node: Node) {
    if let previous = node.previous { previous.next = node.next } else { head = node.next }
    if let next = node.next { next.previous = node.previous } else { tail = node.previous }
    node.next = nil
    node.previous = nil
  }

  private func pushFront(_ node: Node) {
    node.next = head
    head?.previous = node
    head = node
    if tail == nil { tail = node }
  }

  subscript(key: Key) -> Value? {
    get {
      guard let node = nodes[key] else {
        misses += 1
        return nil
      }
      hits += 1
      unlink(node)
      pushFront(node)
      return node.value
    }
    set {
      switch (nodes[key], newValue) {
      case let (node?, value?):
        node.value = value
        unlink(node)
        pushFront(node)
      case let (node?, nil):
        unlink(node)
        nodes[key] = nil
      case let (nil, value?):
        let node = Node(key, value)
        nodes[key] = node
        pushFront(node)
        if nodes.count > capacity, let last = tail {
          unlink(last)
          nodes.removeValue(forKey: last.key)
          onEviction?(last.key, last.value)
        }
      case (nil, nil): break
      }
    }
  }

  var keys: [Key] { Array(sequence(first: head, next: { $0?.next }).prefix { $0 != nil }.compactMap { $0?.key }) }
}

enum LRUCacheStatistics { nonisolated(unsafe) static var freed = 0 }

extension LRUCache: CustomStringConvertible {
  var description: String { "LRU(" + keys.map { "\($0)" }.joined(separator: ", ") + ")" }
}

do {
  let cache = LRUCache<String, Int>(capacity: 3)
  var evicted: [String] = []
  cache.onEviction = { key, value in evicted.append("\(key)=\(value)") }
  for (i, key) in ["a", "b", "c"].enumerated() { cache[key] = i }
  print(cache, cache["a"] ?? -1)
  cache["d"] = 3
  print(cache, evicted, cache["b"] as Any)
  cache["c"]! += 10
  cache["a"] = nil
  print(cache, cache["c"]!, cache.hits, cache.misses)
  cache["x", default: 0] += 1
  cache["y", default: 5] += 1
  print(cache, evicted, LRUCacheStatistics.freed)
}
print(LRUCacheStatistics.freed)

extension LRUCache {
  subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
    get { self[key] ?? value() }
    set { self[key] = newValue }
  }
}
