typealias Handler = (String) -> Void
typealias Table = [String: [Int]]
struct S { typealias Key = String; var d: [Key: Int] = [:] }
let h: Handler = { print("got", $0) }
h("x")
var t: Table = ["a": [1]]; t["a"]?.append(2); print(t)
let k: S.Key = "z"; print(k, S(d: [k: 1]))
typealias Pair<T> = (T, T)
let p: Pair<Int> = (1, 2); print(p.0 + p.1)
