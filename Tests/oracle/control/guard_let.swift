func process(_ input: [String: Any]) -> String {
  guard let name = input["name"] as? String, !name.isEmpty else { return "no name" }
  guard let age = input["age"] as? Int else { return "\(name): no age" }
  guard case 18...99 = age else { return "\(name): out of range" }
  let city = input["city"] as? String ?? "nowhere"
  return "\(name), \(age), \(city)"
}
print(process([:]))
print(process(["name": "Ann"]))
print(process(["name": "Bob", "age": 7]))
print(process(["name": "Cid", "age": 40, "city": "Hue"]))
func firstEven(_ xs: [Int]) -> Int? {
  for x in xs { guard x % 2 == 0 else { continue }; return x }
  return nil
}
print(firstEven([1, 3, 4, 6]) as Any, firstEven([1]) as Any)
let a: Int? = 1, b: Int? = nil, c = Optional("c")
if let a, let c, b == nil { print(a, c) }
if let a = a, a > 5 { print("no") } else if let b { print(b) } else { print("neither") }
while let x = [1, 2, 3].randomElement(), x < 0 { print(x) }
