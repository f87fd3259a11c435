func accumulator(_ start: Double) -> (Double) -> Double { var total = start; return { total += $0; return total } }
let acc = accumulator(10)
_ = acc(5)
print(acc(2.5), accumulator(0)(1))
let shared = accumulator(0)
print([1.0, 2, 3].map(shared))
