let a: Int? = nil, b: Int? = 4
print(a ?? b ?? 0, a ?? 7, (a ?? 1) + (b ?? 1))
let n = 15
print(n % 15 == 0 ? "FizzBuzz" : n % 5 == 0 ? "Buzz" : n % 3 == 0 ? "Fizz" : "\(n)")
print((1...15).map { $0 % 15 == 0 ? "FB" : $0 % 5 == 0 ? "B" : $0 % 3 == 0 ? "F" : "\($0)" }.joined(separator: " "))
func expensive() -> Int { print("evaluated"); return 1 }
print(b ?? expensive(), a ?? expensive())
