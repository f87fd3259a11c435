func val(_ n: Int = 7) -> Int { print("val"); return n }
class N { var x = 1; var next: N?; var arr: [Int]? = [1]; var d: [String: [Int]] = [:]; init(_ n: N? = nil) { next = n } ; func set(_ n: Int) { x = n } }
let n = N(N())
n.next?.next?.x = val()
n.next?.x = val(); print(n.next!.x)
n.next?.next?.x += val()
n.next?.next?.arr?.append(val())
n.next?.arr?.append(val()); n.next?.arr?[0] = val(); n.next?.arr?[0] += val(); print(n.next!.arr!)
n.next?.next?.arr?[val()] = val()
n.next?.next?.set(val())
n.d["q"]?.append(val()); n.d["q"] = [1]; n.d["q"]?.append(val()); n.d["q"]?[0] = val(5); n.d["z"]?[val()] = val(); print(n.d)
var o: [Int]?; o?.append(val()); o?[0] = val(); o = [2]; o?[0] *= val(); print(o!)
struct P { var t: (a: Int, b: [Int])? ; var w: Int? { get { print("g"); return t?.a } set { print("s"); t?.a = newValue ?? -1 } } }
var p = P(); p.t?.b.append(val()); p.t = (1, []); p.t?.b.append(val()); p.t?.a -= val(); p.w? += val(); p.w = nil; print(p.t!)
p.w! += val(); print(p.w as Any)
var dd: [String: [String: Int]] = ["a": ["b": 1]]
dd["a"]?["b"]? += val(); dd["a"]?["c"] = val(); dd["x"]?["c"] = val(); dd["x", default: [:]]["y", default: 3] += val(); print(dd["a"]!["b"]!, dd["a"]!["c"]!, dd["x"]!)
let ok: Void? = n.next?.x = 9; print(ok as Any, (n.next?.next?.x = 3) as Any)
if (n.next?.arr?.append(4)) != nil { print("appended") }
