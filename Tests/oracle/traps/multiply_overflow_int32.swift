var x: Int32 = 1
for i in 1...40 { x *= 2; if i > 28 { print(x) } }
