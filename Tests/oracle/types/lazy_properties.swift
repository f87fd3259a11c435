class Loader { let name: String; init(_ n: String) { name = n }
  lazy var data: [Int] = { print("load \(name)"); return [1, 2] }()
  lazy var size = data.count }
let l = Loader("x")
print("before"); print(l.data, l.size); l.data.append(3); print(l.data, l.size)
struct V { lazy var x = 5; var y = 1 }
var v = V(); v.x += 1; print(v.x, v.y)
let once: Int = { print("once"); return 1 }()
print(once, once)
