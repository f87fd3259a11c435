var tree: [String: [String: [Int]]] = [:]
tree["a", default: [:]]["x", default: []].append(1)
tree["a", default: [:]]["x", default: []].append(2)
tree["b", default: [:]]["y"] = [9]
print(tree["a"]?["x"] ?? [], tree["b"]?["y"]?.first as Any, tree["c"]?["z"]?.count as Any)
tree["a"]?["x"]?[0] = 100
tree["a"]?["x"]?.removeLast()
print(tree["a"]!["x"]!)
struct Key: Hashable { var row, column: Int }
var grid: [Key: Character] = [:]
for (r, line) in ["ab", "cd"].enumerated() { for (c, ch) in line.enumerated() { grid[Key(row: r, column: c)] = ch } }
print(grid[Key(row: 1, column: 0)]!, grid.count, grid[Key(row: 5, column: 5)] as Any)
let inverted = Dictionary(grid.map { ($0.value, $0.key.row) }, uniquingKeysWith: { first, _ in first })
print(inverted.keys.sorted().map { "\($0)\(inverted[$0]!)" })
