sleep(0)
//---
dump([1: "a"])
//---
var a = [1, 2, 3]
a.removeLast()
//---
@discardableResult func log(_ s: String) -> Int { print(s); return s.count }
log("text")
//---
a.append(9)
//---
a.popLast()
