var counter = 0
let increment = { (by: Int) -> Int in
  counter += by
  return counter
}
print(increment(2))
//---
counter = 100
print(increment(1), counter)
//---
var counter = "shadow"
print(increment(1), counter)
//---
func makeAdder() -> (Int) -> Int {
  var sum = 0
  return { sum += $0; return sum }
}
let adder = makeAdder()
_ = adder(5)
//---
adder(6)
