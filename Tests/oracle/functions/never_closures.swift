func die() -> Never { fatalError() }
let f: () -> Int = { fatalError("a") }
let g: (Int) -> String = { _ in die() }
func use(_ f: (Int) -> String) { print("use") }
use { _ in die() }
func when(_ c: Bool, _ m: @autoclosure () -> String = "d") -> String { c ? "yes" : m() }
print(when(true, { fatalError() }()), when(true, die2("x")))
func die2(_ s: String) -> String { fatalError() }
let x: Int = Int("3") ?? { fatalError() }()
let y = Int("3") ?? { fatalError("no") }()
print(x, y)
let h: () -> Never = { fatalError() }
