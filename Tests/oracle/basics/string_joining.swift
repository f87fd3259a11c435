var s = ""
for i in 1...5 { s += String(i); if i < 5 { s += "," } }
print(s)
var out = ""
print("to a string", 1, separator: "-", terminator: ".", to: &out)
print(out, out.count)
s.append("!")
s.append(contentsOf: "??")
s.removeLast()
print(s, s.popLast()!, s)
print(String(["a", "b"] as [Character]), String(3.5), String(true), String(describing: [1]), String("abc".prefix(2)))
