struct Inner { var a = 1; var b: String? = "x"; var c: [Double] = [1, 2.5] }
struct Outer { let inner = Inner(); var dict = ["k": Inner(a: 2, b: nil, c: [])]; var tuple = (1, name: "t"); var e = E.pair(1, "z"); var any: Any = 3; var f: Int? = nil }
enum E { case plain, pair(Int, String), labelled(x: Int, y: Inner?), nested([E]) }
final class C { var x = 1 }
print(Outer())
print(E.plain, E.pair(1, "a"), E.labelled(x: 2, y: Inner()), E.labelled(x: 2, y: nil), E.nested([.plain, .pair(0, "")]))
print([Outer().e, .plain], ["a": E.plain], Optional(E.plain) as Any, (E.plain, 1), [Optional("s"), nil])
debugPrint(Inner(), E.plain, "quoted\n", 1.0, ["a"], 1...2, "é", Character("c"), nil as Int? as Any)
print("\(Inner())", String(describing: E.pair(1, "q")), String(reflecting: E.pair(1, "q")), String(reflecting: Inner(b: nil)))
print(type(of: E.plain), type(of: Outer.self), type(of: C()), C.self, [C].self, (Int, E).self, type(of: (1, "a")), type(of: { 1 }), type(of: print))
print(1, "two", 3.0, [4], separator: "-", terminator: "!\n")
print("a\tb\\c\"d\" \u{1F600} \0".count, "multi\nline", ["multi\nline", "tab\t", "q\"", "\u{7F}\u{1}é"])
print([1.0, 0.1, 1e20, 1e-10, .nan, .infinity, -0.0], [Float(0.1), 3], [true, false], [nil, 1], [[]] as [[Int]], [:] as [Int: Int], Set<Int>(), [(1, "a")], [("k", v: 2)])
print(Int8(-5), UInt64.max, Int.min, 0x10, 1_000, 1e3, 100000000000000000.0, 123456789012345680.0, 0.1 + 0.2, 1 / 3.0, Float(1) / 3, 5e-324, 2.0 * 3)
print(0..<5, 1...3, ...5, 2..., ..<9, "a"..."c", 0.5..<1.5, stride(from: 0, to: 3, by: 1), (0..<3).reversed(), zip([1], ["a"]), [1, 2][...], "abc"[...], Array("ab"), "ab".indices.count)
print(Result<Int, any Error>.success(3), Result<Int, Never>.success(1).map { $0 + 1 }, Optional<Optional<Int>>.some(nil) as Any, Optional(Optional(3)) as Any, () as Any, ((1), 2))
struct Custom: CustomStringConvertible, CustomDebugStringConvertible { var description: String { "desc" }; var debugDescription: String { "debug" } }
struct OnlyDebug: CustomDebugStringConvertible { var debugDescription: String { "only debug" } }
struct Holder { var c = Custom(); var d = OnlyDebug() }
print(Custom(), [Custom()], OnlyDebug(), Holder(), Optional(Custom()) as Any, "\(Custom())", ["k": Custom()], (Custom(), OnlyDebug()))
class Base { var v = 1 }
class Derived: Base, CustomStringConvertible { var description: String { "derived \(v)" } }
print(Derived(), [Derived()], Optional(Derived()) as Any)
dump(Inner())
dump([1, 2])
dump(("a", x: 1))
dump(E.labelled(x: 1, y: nil))
dump("text")
dump(["k": 1])
