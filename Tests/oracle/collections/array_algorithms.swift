let a = [5, 3, 8, 1, 9, 2]
print(a.sorted(), a.sorted(by: >), a.min()!, a.max()!, a.reduce(0, +), a.reduce(Int.max, min))
print(a.enumerated().filter { $0.offset % 2 == 0 }.map(\.element), a.enumerated().max { $0.element < $1.element }!)
print(zip(a, a.dropFirst()).map { $1 - $0 }, stride(from: 0, to: a.count, by: 2).map { a[$0] })
print(a.partitioned { $0 > 4 })
extension Array { func partitioned(_ p: (Element) -> Bool) -> ([Element], [Element]) { (filter(p), filter { !p($0) }) }
  func chunked(_ n: Int) -> [[Element]] { stride(from: 0, to: count, by: n).map { Array(self[$0..<Swift.min($0 + n, count)]) } } }
print(a.chunked(4), [[1, 2], [3]].reduce([], +), [1, 2, 3].map { [$0, $0 * 10] }.flatMap { $0 })
print(["b": 2, "a": 1].sorted { $0.key < $1.key }.map { "\($0)\($1)" }, Array(a.reversed()), a.firstIndex { $0 > 7 }!, a.lastIndex { $0 < 4 }!)
print(Dictionary(grouping: a, by: { $0 % 2 == 0 ? "even" : "odd" })["odd"]!, a.split(separator: 8), a.contains(where: { $0 == 1 }))
print(a.sorted { ($0 % 3, $0) < ($1 % 3, $1) }, ["banana", "fig", "apple"].sorted { $0.count == $1.count ? $0 < $1 : $0.count < $1.count })
var b = a; b.swapAt(0, 5); b.insert(contentsOf: [0, 0], at: 1); b.removeFirst(2); b.removeLast(1); print(b)
print((1...5).reduce(into: [:]) { $0[$1] = $1 * $1 }.sorted { $0.key < $1.key }.map { $0.value })
print([3, 1, 2].max(by: { $0 < $1 })!, [[3, 1], [2]].map { $0.sorted() }, [1, 2, 3, 4, 5].suffix(from: 3), a.allSatisfy { $0 < 10 })
