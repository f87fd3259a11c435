func grade(_ n: Int) -> String {
  guard n >= 0 else { return "negative" }
  if n > 90 { return "A" } else if n > 80 { return "B" } else { return "C" }
}
print(grade(-1), grade(95), grade(85), grade(10))
let v: Int? = 5
if let v { print("has", v) }
if let v, v > 3, let w = Int("7") { print(v + w) }
if case .some(let n) = v { print(n) }
if case 1...9 = 5 { print("digit") }
guard let u = v else { fatalError() }
print(u)
let r = if u > 3 { "big" } else { "small" }
print(r)
