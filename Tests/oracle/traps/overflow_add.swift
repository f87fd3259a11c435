var x = Int.max
x += 1
