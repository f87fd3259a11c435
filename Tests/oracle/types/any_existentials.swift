protocol P { var id: Int { get } }
struct A: P { let id: Int }
class B: P { var id: Int { 99 } }
let items: [Any] = [1, "two", 3.0, [4], A(id: 5), B(), nil as Int? as Any, { 7 }, (8, 9), true]
for item in items {
  switch item {
  case let i as Int: print("Int", i)
  case let s as String: print("String", s)
  case let xs as [Int]: print("[Int]", xs)
  case let p as any P: print("P", p.id)
  case let f as () -> Int: print("closure", f())
  case let t as (Int, Int): print("tuple", t.0 + t.1)
  case is Bool: print("Bool")
  case Optional<Any>.none: print("nil")
  default: print("other", item)
  }
}
let any: Any = 5
print(any is Int, any as? String as Any, any as! Int + 1, (any as? any P) == nil, type(of: any))
let ps: [any P] = [A(id: 1), B()]
print(ps.map(\.id), ps.map { type(of: $0) }, ps[0] is A, (ps[1] as? B) != nil, ps.contains { $0.id == 99 })
func open<T: P>(_ x: T) -> String { "\(T.self) \(x.id)" }
for p in ps { print(open(p)) }
let anyObject: AnyObject = B()
print(anyObject is B)
