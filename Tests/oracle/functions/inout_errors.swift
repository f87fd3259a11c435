struct Log: Error {}
struct S { var n = 0; var c: Int { get { print("get"); return n } set { print("set \(newValue)"); n = newValue } }
  subscript(i: Int) -> Int { get { print("get[\(i)]"); return n } set { print("set[\(i)] \(newValue)"); n = newValue } } 
  var ob = 1 { willSet { print("will", newValue) } didSet { print("did", oldValue, ob) } } }
func change(_ x: inout Int, _ fail: Bool) throws { x += 1; if fail { throw Log() }; x += 10 }
var s = S()
do { try change(&s.c, true) } catch { print("caught", s.n) }
do { try change(&s[2], true) } catch { print("caught", s.n) }
do { try change(&s.ob, true) } catch { print("caught", s.ob) }
try? change(&s.c, false)
print(s.n)
extension Int { mutating func bump() throws { self += 100; throw Log() } }
try? s.c.bump()
print(s.n)
class C { var d = ["a": 1]; var s = S(); lazy var z = 5 }
let o = C()
try? change(&o.d["a", default: 7], true); try? change(&o.d["b", default: 7], true); print(o.d["a"]!, o.d["b"]!)
try? o.s.c.bump(); print(o.s.n)
try? change(&o.z, true); print(o.z)
var arr = [1, 2]; try? change(&arr[1], true); print(arr)
var opt: Int? = 4; try? change(&opt!, true); print(opt!)
var t = (1, 2); try? change(&t.1, true); print(t)
func outer(_ s: inout S) throws { defer { print("defer") }; try change(&s.c, true); print("never") }
do { try outer(&s) } catch { print("out", s.n) }
do { do { try change(&s.c, true) } catch let e as Log { print("inner", s.n); throw e } } catch { print("again") }
var kp = \S.c
try? change(&s[keyPath: kp], true); print(s.n)
struct W { var inner = S(); var view: S { get { print("view get"); return inner } set { print("view set"); inner = newValue } } }
var w = W(); try? change(&w.view.c, true); print(w.inner.n); try? w.view.c.bump(); print(w.inner.n)
func two(_ a: inout Int, _ b: inout Int) throws { a += 1; b += 1; throw Log() }
try? two(&s.c, &w.view[3]); print(s.n, w.inner.n)
func arg() throws -> Int { throw Log() }
func three(_ a: inout Int, _ n: Int) { a += n }
try? three(&s.c, arg()); print(s.n)
do { s.c += try arg() } catch { print("op", s.n) }
s.c = (try? arg()) ?? s.c
