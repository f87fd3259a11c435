let values: [Any] = [1, 2.5, "three", [4], (5, 6), true, Optional<Int>.none as Any]
for v in values {
  switch v {
  case let i as Int: print("Int", i)
  case let d as Double: print("Double", d)
  case let s as String: print("String", s)
  case let a as [Int]: print("Array", a)
  case let t as (Int, Int): print("Tuple", t.0 + t.1)
  case is Bool: print("Bool")
  default: print("other")
  }
}
print(values[0] as! Int + 1, values[2] as? Int ?? -1, values.count)
let n: Any = 7
print(n is Int, n is String, type(of: n), type(of: "s"), type(of: [1]), type(of: (1, 2.0)), Int.self)
func t<T>(_ x: T) -> String { "\(T.self)" }
print(t(1), t("a"), t([1.5]), t(["a": 1]), t(Optional(1)), t({ (x: Int) in x }))
protocol P {}; struct A: P {}; struct B {}
print(A() is any P, (B() as Any) is any P, (A() as Any as? any P) != nil)
let arr: [Any] = [1, "a"]; print(arr)
let dict: [String: Any] = ["a": 1]; print(dict["a"] as? Int ?? 0)
