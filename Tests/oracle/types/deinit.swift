class R { let n: String; init(_ n: String) { self.n = n; print("init", n) }; deinit { print("deinit", n) } }
func f() { let a = R("a"); do { _ = R("tmp"); let b = R("b"); print("in", b.n) }; print("out", a.n) }
f()
var r: R? = R("c"); r = nil
var list = [R("d"), R("e")]
list.removeFirst()
print("removed")
list = []
class P { weak var child: C?; unowned let x: R; init(_ x: R) { self.x = x } ; deinit { print("P gone") } }
class C { var parent: P?; deinit { print("C gone") } }
let x = R("x")
do { let p = P(x); let c = C(); p.child = c; c.parent = p; print(p.child != nil, p.x.n) }
print("end")
var w: C? = C(); weak var weakRef = w
print(weakRef != nil); w = nil; print(weakRef == nil)
