let a: Int8 = 100
print(a &+ 100, Int8(exactly: 127)!)
print(a + 100)
