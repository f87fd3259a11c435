let full = { (a: Int, b: Int) -> Int in return a + b }
let inferred: (Int, Int) -> Int = { a, b in a - b }
let shorthand: (Int, Int) -> Int = { $0 * $1 }
let op: (Int, Int) -> Int = (+)
print(full(1, 2), inferred(5, 3), shorthand(4, 5), op(6, 7))
func apply(_ n: Int, _ f: (Int) -> Int) -> Int { f(n) }
print(apply(3) { $0 + 1 }, apply(3, { x in x * x }), apply(3) { (x: Int) -> Int in let y = x + 1; return y * 2 })
func two(first: () -> String, second: () -> String) -> String { first() + second() }
print(two { "a" } second: { "b" })
let ignore: (Int, String) -> Bool = { _, s in s.isEmpty }
print(ignore(1, ""), { () -> Int in 42 }(), { 7 }())
let thrower: (Int) throws -> Int = { if $0 < 0 { throw E.negative }; return $0 }
enum E: Error { case negative }
print((try? thrower(-1)) as Any, (try? thrower(2)) as Any)
let nested = { (x: Int) in { (y: Int) in x * 10 + y } }
print(nested(4)(2))
let optionalClosure: ((Int) -> Int)? = { $0 + 1 }
print(optionalClosure?(1) as Any, optionalClosure!(2))
