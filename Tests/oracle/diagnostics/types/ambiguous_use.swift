func run(_ f: () -> Int) { print("int") }
func run(_ f: () -> String) { print("string") }
func pick(_ x: Int, _ y: Double) -> Int { 1 }
func pick(_ x: Double, _ y: Int) -> Int { 2 }
func make() -> Int { 1 }
func make() -> String { "" }
let flag = false
if flag { run { fatalError("never") } }
print(pick(1, 2))
let m = make()
