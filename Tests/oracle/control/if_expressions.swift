let n = 7
let kind = if n < 0 { "neg" } else if n == 0 { "zero" } else { "pos" }
func parity(_ n: Int) -> String { if n % 2 == 0 { "even" } else { "odd" } }
let size = switch n { case 0..<5: 1; case 5..<10: 2; default: 3 }
print(kind, parity(n), size)
let v: Double = if n > 3 { 1 } else { 2.5 }
print(v)
