struct Graph<Vertex: Hashable> {
  private(set) var neighbours: [Vertex: [Vertex]] = [:]
  private(set) var order: [Vertex] = []

  mutating func addVertex(_ v: Vertex) {
    guard neighbours[v] == nil else { return }
    neighbours[v] = []
    order.append(v)
  }
  mutating func addEdge(_ a: Vertex, _ b: Vertex) {
    addVertex(a)
    addVertex(b)
    neighbours[a]!.append(b)
  }

  func breadthFirst(from start: Vertex) -> [Vertex] {
    var seen: Set = [start], queue = [start], result: [Vertex] = []
    while !queue.isEmpty {
      let v = queue.removeFirst()
      result.append(v)
      for w in neighbours[v, default: []] where seen.insert(w).inserted { queue.append(w) }
    }
    return result
  }

  func depthFirst(from start: Vertex, visit: (Vertex, _ depth: Int) throws -> Void) rethrows {
    var seen: Set<Vertex> = []
    func go(_ v: Vertex, _ depth: Int) throws {
      guard seen.insert(v).inserted else { return }
      try visit(v, depth)
      for w in neighbours[v] ?? [] { try go(w, depth + 1) }
    }
    try go(start, 0)
  }

  private enum Mark { case open, done }
  enum Sort: Equatable { case order([Vertex]), cycle([Vertex]) }

  func topologicalSort() -> Sort {
    var marks: [Vertex: Mark] = [:], result: [Vertex] = [], path: [Vertex] = []
    func visit(_ v: Vertex) -> [Vertex]? {
      switch marks[v] {
      case .done: return nil
      case .open: return Array(path[path.firstIndex(of: v)!...]) + [v]
      case nil: break
      }
      marks[v] = .open
      path.append(v)
      for w in neighbours[v] ?? [] { if let cycle = visit(w) { return cycle } }
      path.removeLast()
      marks[v] = .done
      result.insert(v, at: 0)
      return nil
    }
    for v in order { if let cycle = visit(v) { return .cycle(cycle) } }
    return .order(result)
  }

  func components() -> [[Vertex]] {
    var parent = Dictionary(uniqueKeysWithValues: order.map { ($0, $0) })
    func root(_ v: Vertex) -> Vertex {
      var v = v
      while let p = parent[v], p != v {
        parent[v] = parent[p]
        v = p
      }
      return v
    }
    for (v, list) in neighbours { for w in list { parent[root(v)] = root(w) } }
    let groups = Dictionary(grouping: order, by: root)
    return groups.values.sorted { order.firstIndex(of: $0[0])! < order.firstIndex(of: $1[0])! }
  }
}

extension Graph: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (Vertex, [Vertex])...) {
    for (v, list) in elements {
      addVertex(v)
      for w in list { addEdge(v, w) }
    }
  }
}

let build: Graph = ["app": ["ui", "net"], "ui": ["core"], "net": ["core", "tls"], "tls": [], "core": ["base"], "base": []]
print(build.breadthFirst(from: "app"), build.topologicalSort())
build.depthFirst(from: "app") { print(String(repeating: "  ", count: $1) + $0) }
let cyclic: Graph<Int> = [1: [2], 2: [3], 3: [1, 4], 4: []]
print(cyclic.topologicalSort(), cyclic.topologicalSort() == .cycle([1, 2, 3, 1]))
let islands: Graph<Character> = ["a": ["b"], "c": [], "d": ["e"], "b": [], "e": ["f"]]
print(islands.components(), islands.order.count)
struct Found: Error { let depth: Int }
do {
  try build.depthFirst(from: "app") { v, depth in if v == "base" { throw Found(depth: depth) } }
} catch let found as Found { print("found at", found.depth) }
