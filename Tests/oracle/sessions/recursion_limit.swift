func down(_ n: Int) -> Int { n == 0 ? 0 : 1 + down(n - 1) }
print(down(1000))
//---
func forever(_ n: Int) -> Int { forever(n + 1) + 1 }
var before = "kept"
print(forever(0))
//---
print(before, down(10))
