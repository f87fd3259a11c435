func double(_ x: Int) -> Int { x * 2 }
let ages = ["Ann": 3]
print(double(ages["Ann"]))
