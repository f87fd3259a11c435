final class LRU<K: Hashable, V> {
  private final class Entry { let key: K; var value: V; weak var previous: Entry?; var next: Entry?; init(_ k: K, _ v: V) { key = k; value = v } }
  private var map: [K: Entry] = [:], head: Entry?, tail: Entry?
  let capacity: Int
  init(_ c: Int) { capacity = c }
  private func unlink(_ e: Entry) {
    if let p = e.previous { p.next = e.next } else { head = e.next }
    if let n = e.next { n.previous = e.previous } else { tail = e.previous }
    e.previous = nil; e.next = nil
  }
  private func push(_ e: Entry) { e.next = head; head?.previous = e; head = e; if tail == nil { tail = e } }
  func get(_ k: K) -> V? { guard let e = map[k] else { return nil }; unlink(e); push(e); return e.value }
  func put(_ k: K, _ v: V) {
    if let e = map[k] { e.value = v; unlink(e); push(e); return }
    if map.count == capacity, let last = tail { unlink(last); map[last.key] = nil }
    let e = Entry(k, v)
    map[k] = e
    push(e)
  }
  var keys: [K] { var out: [K] = [], n = head; while let e = n { out.append(e.key); n = e.next }; return out }
}
let c = LRU<String, Int>(2)
c.put("a", 1); c.put("b", 2)
print(c.get("a") as Any)
c.put("c", 3)
print(c.get("b") as Any, c.keys)
c.put("a", 10); c.put("d", 4)
print(c.keys, c.get("a")!, c.keys)
