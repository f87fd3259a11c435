struct Heap<Element: Comparable> {
  private var items: [Element] = []
  var count: Int { items.count }
  mutating func insert(_ x: Element) {
    items.append(x)
    var i = items.count - 1
    while i > 0, items[i] < items[(i - 1) / 2] {
      items.swapAt(i, (i - 1) / 2)
      i = (i - 1) / 2
    }
  }
  mutating func removeMin() -> Element? {
    guard let first = items.first else { return nil }
    let last = items.removeLast()
    if !items.isEmpty {
      items[0] = last
      var i = 0
      while true {
        let children = [2 * i + 1, 2 * i + 2].filter { $0 < items.count }
        guard let child = children.min(by: { items[$0] < items[$1] }), items[child] < items[i] else { break }
        items.swapAt(i, child)
        i = child
      }
    }
    return first
  }
}
var heap = Heap<Int>()
for x in [5, 2, 8, 1, 9, 3, 2] { heap.insert(x) }
var sorted: [Int] = []
while let x = heap.removeMin() { sorted.append(x) }
print(sorted, heap.count)
