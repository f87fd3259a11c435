func sq(_ x: Int) -> Int { x * x }
let fs: [(Int) -> Int] = [sq, { $0 + 1 }, abs]
print(fs.map { $0(-3) })
let ops: [String: (Double, Double) -> Double] = ["+": (+), "*": { $0 * $1 }]
print(ops["+"]!(2, 3), ops["*"]!(2, 3))
func pick(_ b: Bool) -> (Int) -> Int { b ? sq : { -$0 } }
print(pick(true)(4), pick(false)(4))
print(["3", "1"].compactMap(Int.init).sorted(by: <), [1, 2].map(String.init(describing:)), [1, 2, 3].reduce(0, +))
