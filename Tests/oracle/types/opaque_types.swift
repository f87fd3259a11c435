protocol Shape { func draw() -> String }
struct Sq: Shape { func draw() -> String { "□" } }
struct Row<T: Shape>: Shape { let s: T; let n: Int; func draw() -> String { String(repeating: s.draw(), count: n) } }
func make(_ n: Int) -> some Shape { Row(s: Sq(), n: n) }
let a = make(3); print(a.draw(), make(1).draw())
func both(_ x: some Shape, _ y: some Shape) -> String { x.draw() + y.draw() }
print(both(Sq(), a))
var nums: some Collection<Int> { [1, 2, 3] }
print(nums.count, nums.reduce(0, +))
func evens(_ n: Int) -> some Sequence<Int> { (0..<n).lazy.filter { $0 % 2 == 0 } }
print(Array(evens(7)))
