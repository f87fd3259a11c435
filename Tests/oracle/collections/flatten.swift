print([[1, 2], [], [3]].flatMap { $0 }, [[1], [2]].joined(separator: [0]).map { $0 }, ["ab", "c"].joined(separator: "|"), [[[1]], [[2, 3]]].flatMap { $0 }.flatMap { $0 })
indirect enum Nested { case leaf(Int), list([Nested]); var flat: [Int] { switch self { case .leaf(let x): [x]; case .list(let xs): xs.flatMap(\.flat) } } }
print(Nested.list([.leaf(1), .list([.leaf(2), .list([.leaf(3)])]), .leaf(4)]).flat)
