var log = ["start"]
print(log)
//---
log.append("never")
let n: Int = "text"
print("not printed")
//---
print(log)
func broken() -> Int { "no" }
//---
broken()
//---
log.append("end")
print(log)
