struct P { var a: Int8; var b: Int; var c: Bool }
struct Q { var a: Int32 = 1; var b: Int16 = 2; var c: UInt8? = nil }
enum E { case a, b, c }
enum F { case x(Int), y(Bool), z }
enum One { case only }
final class C { var x = 1 }
func show<T>(_ t: T.Type) { print(t, MemoryLayout<T>.size, MemoryLayout<T>.stride, MemoryLayout<T>.alignment) }
show(Int.self); show(Int8.self); show(UInt32.self); show(Double.self); show(Float.self); show(Bool.self)
show(Character.self); show(String.self); show(Substring.self); show([Int].self); show([String: Int].self); show(Set<Int>.self); show(C.self)
show(Int?.self); show(Bool?.self); show(Bool??.self); show(String?.self); show(C?.self); show(Double?.self); show([Int]?.self); show(Int8?.self)
show(P.self); show(P?.self); show(Q.self); show(E.self); show(E?.self); show(F.self); show(One.self); show((Int8, Int32).self); show((Bool, Bool).self); show(Void.self)
show(Any.self); show((any Error).self); show((any Equatable).self); show(((Int) -> Int).self); show(AnyObject.self); show((any Hashable & CustomStringConvertible).self)
print(MemoryLayout.size(ofValue: 3.5), MemoryLayout<P>.stride * 10, MemoryLayout.alignment(ofValue: Q()))
