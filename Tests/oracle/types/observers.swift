struct Step { var count = 0 { willSet { print("will", newValue) } didSet { print("did", oldValue, count) } } }
var s = Step()
s.count = 5
s.count += 1
class T { var v: Int = 1 { didSet { if v > 10 { v = 10 } } } }
let t = T(); t.v = 50; print(t.v)
var g = 1 { didSet { print("g", oldValue, "->", g) } }
g = 7
