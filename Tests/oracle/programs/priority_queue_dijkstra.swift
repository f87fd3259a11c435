struct Heap<Element> {
  private var items: [Element] = []
  private let precedes: (Element, Element) -> Bool

  init(by precedes: @escaping (Element, Element) -> Bool) { self.precedes = precedes }

  var isEmpty: Bool { items.isEmpty }
  var count: Int { items.count }

  mutating func push(_ element: Element) {
    items.append(element)
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard precedes(items[child], items[parent]) else { return }
      items.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> Element? {
    guard let top = items.first else { return nil }
    let last = items.removeLast()
    if !items.isEmpty {
      items[0] = last
      sink(from: 0)
    }
    return top
  }

  private mutating func sink(from start: Int) {
    var parent = start
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < items.count && precedes(items[child], items[best]) {
        best = child
      }
      if best == parent { return }
      items.swapAt(best, parent)
      parent = best
    }
  }
}

extension Heap where Element: Comparable {
  init() { self.init(by: <) }
}

struct Graph<Node: Hashable & Comparable> {
  struct Edge { let to: Node, weight: Int }
  private var edges: [Node: [Edge]] = [:]

  mutating func connect(_ a: Node, _ b: Node, weight: Int) {
    edges[a, default: []].append(Edge(to: b, weight: weight))
    edges[b, default: []].append(Edge(to: a, weight: weight))
  }

  func distances(from source: Node) -> (cost: [Node: Int], previous: [Node: Node]) {
    var cost = [source: 0]
    var previous: [Node: Node] = [:]
    var queue = Heap<(node: Node, cost: Int)> { ($0.cost, $0.node) < ($1.cost, $1.node) }
    queue.push((source, 0))
    while let (node, soFar) = queue.pop() {
      if soFar > cost[node, default: .max] { continue }
      for edge in edges[node] ?? [] {
        let total = soFar + edge.weight
        if total < cost[edge.to] ?? Int.max {
          cost[edge.to] = total
          previous[edge.to] = node
          queue.push((node: edge.to, cost: total))
        }
      }
    }
    return (cost, previous)
  }

  func path(from source: Node, to target: Node) -> [Node]? {
    let previous = distances(from: source).previous
    var path = [target]
    while let step = previous[path.last!] { path.append(step) }
    return path.last == source ? path.reversed() : nil
  }
}

var graph = Graph<String>()
for (a, b, w) in [("A", "B", 7), ("A", "C", 9), ("A", "F", 14), ("B", "C", 10), ("B", "D", 15), ("C", "D", 11), ("C", "F", 2), ("D", "E", 6), ("E", "F", 9)] {
  graph.connect(a, b, weight: w)
}
graph.connect("X", "Y", weight: 1)
let result = graph.distances(from: "A")
for (node, cost) in result.cost.sorted(by: { $0.key < $1.key }) {
  print(node, cost, graph.path(from: "A", to: node)?.joined(separator: " → ") ?? "none")
}
print(graph.path(from: "A", to: "X") as Any)

var heap = Heap<Int>()
for n in [5, 2, 8, 1, 9, 3] { heap.push(n) }
var sorted: [Int] = []
while let n = heap.pop() { sorted.append(n) }
print(sorted, heap.isEmpty)
