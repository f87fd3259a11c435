struct Tree<Key: Comparable, Value> {
  final class Node {
    let key: Key
    var value: Value
    var left: Node?, right: Node?
    init(_ key: Key, _ value: Value) { (self.key, self.value) = (key, value) }
  }
  struct Iterator: IteratorProtocol {
    private var stack: [Node] = []
    init(_ root: Node?) { push(root) }
    private mutating func push(_ node: Node?) {
      var node = node
      while let n = node {
        stack.append(n)
        node = n.left
      }
    }
    mutating func next() -> (key: Key, value: Value)? {
      guard let n = stack.popLast() else { return nil }
      push(n.right)
      return (n.key, n.value)
    }
  }
  private var root: Node?
  private(set) var count = 0
  init() {}
  subscript(key: Key) -> Value? {
    get {
      var node = root
      while let n = node {
        if key == n.key { return n.value }
        node = key < n.key ? n.left : n.right
      }
      return nil
    }
    set {
      guard let newValue else { return }
      var top = root
      if insert(key, newValue, &top) { count += 1 }
      root = top
    }
  }
  private func insert(_ key: Key, _ value: Value, _ node: inout Node?) -> Bool {
    guard let n = node else {
      node = Node(key, value)
      return true
    }
    if key == n.key { n.value = value } else { return key < n.key ? insert(key, value, &n.left) : insert(key, value, &n.right) }
    return false
  }
}
extension Tree: Sequence { func makeIterator() -> Iterator { Iterator(root) } }
extension Tree: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (Key, Value)...) { for (k, v) in elements { self[k] = v } }
}
extension Tree where Value: AdditiveArithmetic { var total: Value { reduce(.zero) { $0 + $1.value } } }
var tree: Tree = ["m": 1, "c": 2, "x": 3, "a": 4, "m": 5]
tree["d"] = 6
print(tree.count, tree.map(\.key), tree["c"] ?? 0, tree["zz"] as Any, tree.total, tree.max { $0.value < $1.value }!)
for (key, value) in tree where value > 3 { print(key, value, terminator: ";") }
print(tree.first { $0.key > "c" }!.value, tree.contains { $0.value == 6 }, Array(tree.prefix(2).map(\.value)))
struct Outer<T> { struct Inner<U> { var pair: (T, U) }; var inner: Inner<String> }
let o = Outer<Int>(inner: .init(pair: (1, "a")))
print(o.inner.pair, type(of: o.inner), Outer<Bool>.Inner<Int>(pair: (true, 2)).pair.1)
