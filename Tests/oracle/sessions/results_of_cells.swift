1 + 2
//---
let quiet = 3
//---
quiet > 2
//---
print("void")
//---
[1: "a"]
//---
"text"
//---
(1, name: "x")
//---
nil as Int?
//---
Optional(5)
//---
struct P { var x = 1, y = "b" }
P()
//---
var v = 1
v += 1
//---
func f() -> Int { 7 }
f()
//---
if quiet > 2 { "not a result" }
//---
let last = quiet; last
//---
"é" == "e\u{301}" ? 1.5 : 2
