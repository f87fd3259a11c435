// Swift stops such programs; here the value survives, and the session does.
struct S { var a: [Int] = [1]; mutating func wipe() { o = nil; d = [:]; a.append(2) }
  mutating func boom() { a.append(9); print([Int]()[a.count]) } }
var o: S? = S()
var d = ["k": S()]
o?.wipe()
o!.a
//---
o!.boom()
//---
o!.a
//---
d["k"]?.wipe()
d.count
//---
func clear() -> Int { o = nil; d["k"] = nil; return 3 }
o = S(); d["k"] = S()
d["k"]?.a.append(clear())
o?.a.append(clear())
o = S()
o?.a.append(clear())
o == nil
//---
o = S()
o!.a.append(clear())
//---
o = S()
o!.a[0] += o!.a.count
o?.a[0]
