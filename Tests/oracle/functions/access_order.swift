struct W { var v: Int? = nil; var opt: Int? { get { print("get"); return v } set { print("set", newValue as Any); v = newValue } }
  var arr: [Int] { get { print("get arr"); return [v ?? 0, 2] } set { print("set arr", newValue); v = newValue[0] } } 
  var pair: (Int, Int) { get { print("get pair"); return (1, 2) } set { print("set pair", newValue) } }
}
var w = W()
func idx() -> Int { print("idx"); return 0 }
func val() -> Int { print("val"); return 7 }
extension Int { mutating func add(_ n: Int) { self += n } }
w.opt?.negate()
print("-")
w.opt = 3
w.opt?.add(val())
print("-")
w.opt! += val()
print("-")
w.arr[idx()] += val()
print("-")
w.arr[idx()] = val()
print("-")
w.pair.1 += val()
w.pair.0 = val()
print("-")
w.arr.append(val())
print("-")
struct V { var w = W(); var view: W { get { print("view get"); return w } set { print("view set"); w = newValue } } ; subscript(i: Int) -> W { get { print("sub get"); return w } set { print("sub set"); w = newValue } } }
var v = V()
v.view.arr[idx()] += val()
print("-")
v[idx()].opt! += val()
print("-")
v.view.opt?.add(val())
print("-")
v.view.opt = val()
print("-")
v[idx()].pair.1 = val()
print("-")
v.view.arr.sort()
print("-")
swap(&v.view.pair.0, &w.pair.1)
func both(_ a: inout Int, _ n: Int, _ b: inout Int) { print("both", a, n, b); a += n; b += n }
both(&v.view.arr[idx()], val(), &w.arr[idx()])
print("-")
struct D { var s: [String: [Int]] = [:]; var d: [String: [Int]] { get { print("get d"); return s } set { print("set d", newValue.count); s = newValue } }; var ob: [String: Int] = [:] { didSet { print("did", oldValue.count, ob.count) } } }
var d = D()
d.d["a", default: []].append(val())
print("-")
d.d["a"]?.append(val())
print("-")
d.d["zz"]?.append(val())
print("-")
d.d["a"]!.append(val())
print("-")
d.ob["x", default: 5] += val()
print("-")
d.ob["x"]! += val(); d.ob["q"] = 1
print(d.s, d.ob["x"]!)
class K { var d = D(); lazy var z: [Int] = { print("lazy"); return [1] }(); static var cache: [Int: [Int]] = [:] { didSet { print("cache") } }; static var plain: [Int: [Int]] = [:] }
let k = K(); k.d.d["n", default: [1]].append(val()); k.z.append(3); k.z[0] += val(); K.cache[1, default: []].append(val()); K.cache[1]![0] += 1; K.plain[1, default: []].append(2); K.plain[1]?.append(3)
print(k.d.s, k.z, K.cache, K.plain)
var glob = [1, 2] { didSet { print("glob", oldValue) } }
glob[idx()] += val(); glob.append(5); glob.swapAt(0, 1); swap(&glob, &k.z); print(glob)
weak var wk: K? = k
func touch(_ k: inout K?) { print(k != nil); k = nil }
touch(&wk); print(wk == nil)
