let t = true, f = false
print(t && f, t || f, !t, t != f)
var z = false
z.toggle()
print(z)
func side(_ s: String, _ v: Bool) -> Bool { print(s, terminator: " "); return v }
print(side("a", false) && side("b", true))
print(side("a", true) || side("b", true))
print(t ? "yes" : "no", f ? 1 : f ? 2 : 3)
