var fns: [() -> Void] = []
var shared = 0
for i in 1...3 { var local = i; fns.append { local += 1; shared += local; print(i, local, shared) } }
fns[0](); fns[0](); fns[2]()
func counter() -> (inc: () -> Int, get: () -> Int) { var n = 0; return ({ n += 1; return n }, { n }) }
let c = counter()
_ = c.inc(); _ = c.inc()
print(c.get())
class K { var v = 1; lazy var f: () -> Int = { [unowned self] in self.v * 2 } }
let k = K(); k.v = 5; print(k.f())
