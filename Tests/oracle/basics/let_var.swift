let a = 3
var b = a + 4
b += 1
print(a, b)
let (x, y) = (1, "two")
print(x, y)
let c: Double = 2
print(c / 3)
var total = 0
for i in 1...10 { total += i }
print("total", total, separator: ": ")
print("no newline", terminator: "|")
print("end")
