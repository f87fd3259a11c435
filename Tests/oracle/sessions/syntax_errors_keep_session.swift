let base = 10
print(base)
//---
let half = base /
//---
func f( {
//---
print(base)
let text = "unfinished
//---
print(base + 1)
