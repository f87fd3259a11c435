var rate = 0.5
func scaled(_ v: Double) -> Double { v * rate }
print(scaled(10))
//---
rate = 2
print(scaled(10))
//---
let rate = "none"
print(rate, scaled(10))
//---
func scaled(_ v: Double) -> Double { v * 100 }
print(scaled(10))
