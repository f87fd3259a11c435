func f(_ x: Int) -> String {
  switch x {
  case 0: return "zero"
  case 1, 2: return "small"
  case 3..<10: return "medium"
  case let n where n % 2 == 0: return "even \(n)"
  default: return "odd"
  }
}
for x in [0, 2, 5, 12, 13] { print(f(x)) }
let point = (2, 0)
switch point {
case (0, 0): print("origin")
case (let x, 0): print("on x at \(x)")
case (0, let y): print("on y at \(y)")
case let (x, y): print(x, y)
}
switch "abc" {
case "x": print("x")
case let s where s.hasPrefix("a"): print("starts with a")
default: print("other")
}
switch 5 {
case 5:
  print("five")
  fallthrough
case 6: print("six")
default: print("default")
}
let desc = switch point.0 { case 1: "one"; case 2: "two"; default: "many" }
print(desc)
let any: Any = 3.5
switch any {
case is String: print("string")
case let i as Int: print("int", i)
case let d as Double: print("double", d)
default: print("?")
}
