struct Point { var x = 1 }
let old = Point()
func describe(_ p: Point) -> String { "old point \(p.x)" }
print(old, describe(old))
//---
struct Point { var x = 1.5, y = 2.5 }
let new = Point()
print(new, describe(old), type(of: old) == type(of: new))
//---
print(describe(new))
//---
func describe(_ p: Point) -> String { "new point \(p.y)" }
print(describe(new), describe(old))
