func show(_ x: Int) { print("Int", x) }
func show(_ x: Double) { print("Double", x) }
func show(_ x: String) { print("String", x) }
func show<T>(_ x: T) { print("T", x) }
func show<T>(_ xs: [T]) { print("[T]", xs.count) }
func show(x: Int) { print("labelled", x) }
show(1)
show(1.5)
show("s")
show(true)
show([1, 2])
show(x: 3)
let i8: Int8 = 4
show(i8)
show(1 + 2.0)
func value() -> Int { 1 }
func value() -> String { "one" }
let a: Int = value(), b: String = value()
print(a, b)
func pick(_ f: (Int) -> Int) -> String { "one" }
func pick(_ f: (Int, Int) -> Int) -> String { "two" }
print(pick { $0 + 1 }, pick { $0 + $1 })
