var x = 0
for x in 1...2 { print(x, terminator: " ") }
if x == 0 { let x = "inner"; print(x) }
do { x += 1; var y = x; y += 1; print(x, y) }
let f = { let x = 100; return x + 1 }
print(f(), x)
switch x { case let x where x > 0: print("bound", x); default: break }
