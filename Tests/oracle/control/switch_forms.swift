func classify(_ n: Int) -> String {
  switch n {
  case Int.min..<0: return "negative"
  case 0: return "zero"
  case 1, 2, 3: return "few"
  case let x where x % 2 == 0: return "even \(x)"
  default: return "odd"
  }
}
print([-5, 0, 2, 10, 11].map(classify))
let point = (2, 0)
switch point {
case (0, 0): print("origin")
case (let x, 0): print("x axis", x)
case (0, let y): print("y axis", y)
case let (x, y): print(x, y)
}
switch "hello" {
case "a"..."c": print("a to c")
case let s where s.hasPrefix("he"): print("he…", s.count); fallthrough
case "never": print("fell through")
default: print("default")
}
let value: Any = 3.5
switch value {
case is String: print("string")
case let i as Int: print("int", i)
case let d as Double where d > 3: print("big double", d)
default: print("?")
}
switch Optional(5) { case .none: print("none"); case .some(let x) where x > 3: print("big", x); case .some: print("small") }
switch (true, [1, 2]) { case (true, let xs) where xs.isEmpty: print("empty"); case (_, let xs): print(xs.count) }
