enum S { case a, b
  mutating func go() { self = switch self { case .a: .b; case .b: .a } }
  mutating func go2() { self = if self == .a { .b } else { .a } } }
var x = 1
x = switch x { case 1: 5; default: 6 }
x = if x > 3 { 7 } else { 8 }
struct P { var k = 1; mutating func f() { k = switch k { case 1: 2; default: 3 }; self.k = if k == 2 { 9 } else { 0 } } }
var p = P(); p.f(); var s = S.a; s.go(); s.go2()
var arr = [1]; arr[0] = switch arr.count { case 1: 4; default: 5 }
let cl = { (b: Bool) in x = if b { 1 } else { 2 } }; cl(true); [1].forEach { _ in x = switch x { case 1: 50; default: 60 } }
print(x, p, s, arr)
