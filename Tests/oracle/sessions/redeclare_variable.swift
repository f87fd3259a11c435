let x = 3
print(x)
//---
let x = "three"
print(x + "!", type(of: x))
//---
var x = [Double]()
x.append(1.5)
x
//---
x.append(2)
x.reduce(0, +)
