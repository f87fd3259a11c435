struct P { var x: Int { 3 } }
var p = P()
p.x = 1
