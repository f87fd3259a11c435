func square(_ x: Int) -> Int { x * x }
print(sqare(3))
