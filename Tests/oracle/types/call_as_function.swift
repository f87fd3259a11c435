struct Adder { var base: Int; func callAsFunction(_ x: Int) -> Int { base + x }; func callAsFunction(twice x: Int) -> Int { base + 2 * x } }
let add = Adder(base: 10)
print(add(5), add(twice: 5), [1, 2].map { add($0) })
class Counter { var n = 0; func callAsFunction() -> Int { n += 1; return n } }
let c = Counter()
print(c(), c(), c())
struct Layer { let w: [Double], b: Double; func callAsFunction(_ x: [Double]) -> Double { zip(w, x).map(*).reduce(b, +) } }
let layer = Layer(w: [1, 2], b: 0.5)
print(layer([3, 4]))
struct Pipeline { var stages: [(Int) -> Int] = []; mutating func callAsFunction(_ f: @escaping (Int) -> Int) { stages.append(f) }; func run(_ x: Int) -> Int { stages.reduce(x) { $1($0) } } }
var p = Pipeline()
p { $0 + 1 }
p { $0 * 2 }
print(p.run(3))
