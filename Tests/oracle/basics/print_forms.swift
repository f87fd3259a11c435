print("a", 1, 2.5, true, nil as Int? as Any, separator: "|", terminator: "!\n")
print([1: "one"], [[1, 2], [3]], (1, "two", [3]), Optional("x") as Any)
print(["s"], ["s": ["t"]], "s" as Any, Character("c"), [Character("c")])
debugPrint("quoted\n", 1, ["x"])
print(Set([7]), 1..<3, 1...3, ...5, Optional<Int>.none as Any)
struct P { var x = 1, y = "why" }
print(P(), [P()], Optional(P()) as Any)
enum E { case a, b(Int), c(x: String) }
print(E.a, E.b(3), E.c(x: "q"), [E.a])
class C {}
print(String(describing: C.self), String(reflecting: "a\tb"))
print()
print("", terminator: "")
print("end")
