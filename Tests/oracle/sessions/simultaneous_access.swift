protocol P { mutating func go() }
struct B: P { var s = "b"; mutating func go() { print("B", s) } }
class H { var p: any P = A(); init() {} }
struct A: P { var t = ["some text that is long enough to be allocated"]; mutating func go() { h.p = B(); h = H(); t.append("x"); print(t) } }
var h = H()
//---
h.p.go()
//---
struct InArray: P { var t = [1]; mutating func go() { list = []; t.append(2); print(t) } }
var list: [any P] = [InArray(), B()]
list[0].go()
print(list)
//---
struct InOptional: P { var t = [1]; mutating func go() { maybe = nil; t.append(2); print(t) } }
var maybe: (any P)? = InOptional()
maybe?.go()
//---
struct InTable: P { var t = [1]; mutating func go() { table = [:]; t.append(2); print(t) } }
var table: [String: any P] = ["a": InTable()]
table["a"]?.go()
print(table)
//---
struct Again: P { var n = 1; mutating func go() { n += 1; whole.go(); print(n) } }
var whole: any P = Again()
whole.go()
//---
print(whole)
//---
struct Fails: P { var a = [1]; mutating func go() { a.append(2); print(a[9]) } }
whole = Fails()
whole.go()
//---
print(whole)
