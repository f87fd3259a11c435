class A { var x: Int; init(x: Int) { self.x = x; setup() }; func setup() { print("A.setup", x) }; func who() -> String { "A" } ; deinit { print("~A") } }
class B: A { var y = 2; override init(x: Int) { super.init(x: x * 2); y += x }; override func setup() { print("B.setup", x, y) }; override func who() -> String { "B<" + super.who() } ; deinit { print("~B") } }
class C: B { convenience init() { self.init(x: 1) }; override func who() -> String { "C<" + super.who() } }
do { let c = C(); print(c.who(), c.x, c.y); let a: A = c; print(a.who(), a is B) }
print("end")
class Shape { var area: Double { 0 }; var name: String { get { "shape" } set { print("set", newValue) } } }
class Sq: Shape { var s = 2.0; override var area: Double { s * s }; override var name: String { get { "sq:" + super.name } set { super.name = newValue + "!" } } }
let s: Shape = Sq(); print(s.area, s.name); s.name = "n"
