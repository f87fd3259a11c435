struct P { var x = 1, name = "n", list = ["a"], opt: Int? = nil, t = (1, "z") ; var d: [String: Double] = ["k": 1] }
print(P()); print([P()].count, Optional(P(x: 2)) as Any)
enum E { case a, b(Int), c(x: Int, String) }
print(E.a, E.b(1), E.c(x: 1, "s"), [E.a, .b(2)], ["k": E.a])
class C { var v = 1 }
struct H { let c = C(); let f = 1.0 as Float; let ch: Character = "q" }
print(H().f, H().ch, (1, "a", 2.5), [(1, "x")], ["a": (1, 2)])
print([1: ["a": [true]]], [[]] as [[Int]], [nil, 1] as [Int?], Set([1]), 0..<3, "\("q")", ["q"], ("q", 1))
print(Optional("s") as Any, Optional(Optional(1)) as Any, [Optional("x")], String(describing: P.self), [Int].self)
debugPrint("a\n\"b\"", 1, ["x"], Optional("y") as Any)
print("tab\t|", "a\\b", "\u{1F600}")
dump(5)
