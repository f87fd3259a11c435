class Tracker { let n: String; init(_ n: String) { self.n = n }; deinit { print("-", n) } }
func scope() {
  let a = Tracker("a")
  let b = Tracker("b")
  print("in", a.n, b.n)
}
scope()
var x: Tracker? = Tracker("x1")
x = Tracker("x2")
x = nil
var list = [Tracker("l1"), Tracker("l2")]
list.removeFirst()
print("removed one")
list = []
struct Holder { let t: Tracker }
var h: Holder? = Holder(t: Tracker("held"))
print(h!.t.n)
h = nil
_ = Tracker("temporary")
class Base { deinit { print("base") } }
class Derived: Base { let inner = Tracker("inner"); deinit { print("derived") } }
do { _ = Derived() }
print("done")
