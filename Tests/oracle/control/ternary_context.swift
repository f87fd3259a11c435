let names = ["a": "Alpha", "b": "Beta"]
let keys = ["a", "b", "c"]
print(keys.map { names[$0] ?? "?" })
let table: [Character: String] = ["a": ".-", "b": "-..."]
print("abz".map { table[$0] ?? "" }.joined(separator: " "))
print("abz".compactMap { ["a": 1, "b": 2][$0] })
print("hello".map { ["h": "H"][$0] ?? String($0) }.joined())
print([0, 2, 5].map { Array("xyz")[safe: $0] ?? "-" })
extension Array { subscript(safe i: Int) -> Element? { indices.contains(i) ? self[i] : nil } }
func die(_ m: String) -> Never { fatalError(m) }
let fail: (String) -> Never = { m in fatalError(m) }
let fail2: () -> Never = { die("x") }
print(type(of: fail), type(of: fail2))
func value(_ n: Int?, or: () -> Never) -> Int { guard let n else { or() }; return n }
print(value(4, or: fail2))
print(value(5) { fatalError("no") })
print(value(6, or: { die("never") }))
let flag = names.count > 1
let opt: Int? = flag ? 3 : nil
let d: Double = flag ? 1 : 0.5
let arr: [any CustomStringConvertible] = flag ? [1, "a"] : []
let f: (Int) -> Int = flag ? { $0 + 1 } : { $0 - 1 }
let c: Character = flag ? "y" : "n"
let st: Set<Int> = flag ? [1, 1] : []
enum E { case a, b }
let e: E = flag ? .a : .b
print(opt as Any, d, arr.count, f(1), c, st, e)
func g(_ x: Float, _ e: E?) { print(x, e as Any) }
g(flag ? 1 : 2.5, flag ? .a : nil)
let any: Any = flag ? 1 : "no"
print(any)
let n = flag ? nil : 5
print(n as Any)
let big: UInt8? = !flag ? nil : 255
print(big as Any)
