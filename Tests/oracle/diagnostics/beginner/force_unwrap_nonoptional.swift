let x = 3
print(x!)
if let y = x { print(y) }
