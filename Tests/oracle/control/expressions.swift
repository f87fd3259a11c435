let n = 7
let size = if n < 5 { "small" } else if n < 10 { "medium" } else { "large" }
let kind = switch n % 3 { case 0: "fizz"; case 1: "one"; default: "two" }
print(size, kind)
func sign(_ x: Int) -> Int { if x < 0 { -1 } else if x == 0 { 0 } else { 1 } }
print(sign(-3), sign(0), sign(9))
let text = { (x: Int) -> String in switch x { case 1: "one"; case 2: "two"; default: "many" } }
print(text(1), text(2), text(3))
let nested = if n > 5 { if n > 6 { "over six" } else { "six" } } else { "five or less" }
print(nested)
let optional: Int? = if n > 100 { 1 } else { nil }
print(optional as Any)
enum Op { case add, mul }
func apply(_ op: Op, _ a: Int, _ b: Int) -> Int { switch op { case .add: a + b; case .mul: a * b } }
print(apply(.add, 3, 4), apply(.mul, 3, 4))
let d: Double = if n > 0 { 1 } else { 2.5 }
print(d)
