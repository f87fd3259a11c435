let a = 1, b = 2.0, c = "s", d: Character = "c", e = [1, 2.5], f = ["k": [1]]
print(type(of: a), type(of: b), type(of: c), type(of: d), type(of: e), type(of: f))
let g = a > 0 ? 1 : 2
let h: Double = 3
let i = 3 / 2, j = 3 / 2.0
print(g, h, i, j, type(of: j))
let k = [nil, 1, 2]
print(type(of: k), k.count)
let l = { (x: Int) in x * 2 }
print(type(of: l), l(4))
let m = (1, label: "x")
print(type(of: m), m.label, m.0)
let n: [any Equatable] = [1, "a"]
print(n.count)
let o = Int8(5) + 3
print(type(of: o), o)
