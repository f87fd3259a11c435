func f(_ x: Int) -> String { "Int" }
func f(_ x: Double) -> String { "Double" }
func f(_ x: String) -> String { "String" }
func f<T>(_ x: T) -> String { "T" }
func f(_ x: Int, _ y: Int) -> String { "Int Int" }
func f(a x: Int) -> String { "a" }
print(f(1), f(1.0), f("s"), f([1]), f(1, 2), f(a: 1), f(true))
func g() -> Int { 1 }
func g() -> String { "one" }
let i: Int = g()
let s: String = g()
print(i, s)
