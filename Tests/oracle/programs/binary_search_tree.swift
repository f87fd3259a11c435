final class BST<Key: Comparable, Value> {
  private final class Node { let key: Key; var value: Value; var left: Node?, right: Node?; init(_ k: Key, _ v: Value) { key = k; value = v } }
  private var root: Node?
  private(set) var count = 0
  subscript(key: Key) -> Value? {
    get {
      var n = root
      while let node = n { if key == node.key { return node.value }; n = key < node.key ? node.left : node.right }
      return nil
    }
    set { if let newValue { root = insert(root, key, newValue) } }
  }
  private func insert(_ n: Node?, _ k: Key, _ v: Value) -> Node {
    guard let n else { count += 1; return Node(k, v) }
    if k < n.key { n.left = insert(n.left, k, v) } else if k > n.key { n.right = insert(n.right, k, v) } else { n.value = v }
    return n
  }
  var inOrder: [(Key, Value)] { var out: [(Key, Value)] = []; walk(root) { out.append(($0, $1)) }; return out }
  private func walk(_ n: Node?, _ visit: (Key, Value) -> Void) { guard let n else { return }; walk(n.left, visit); visit(n.key, n.value); walk(n.right, visit) }
  var height: Int { func h(_ n: Node?) -> Int { n.map { 1 + max(h($0.left), h($0.right)) } ?? 0 }; return h(root) }
}
let t = BST<String, Int>()
for (i, w) in "the quick brown fox jumps over the lazy dog".split(separator: " ").enumerated() { t[String(w)] = i }
print(t.count, t["fox"] as Any, t["the"]!, t["cat"] as Any, t.height)
print(t.inOrder.map { "\($0.0)=\($0.1)" }.joined(separator: " "))
