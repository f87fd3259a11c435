let r = 0..<0
print(r.randomElement() as Any)
print(Int.random(in: r))
