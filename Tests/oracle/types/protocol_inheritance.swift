protocol A { func a() -> String }
protocol B: A { func b() -> String }
extension A { func a() -> String { "default a" } }
extension B { func b() -> String { "b+" + a() } }
struct X: B {}
struct Y: B { func a() -> String { "Y.a" } }
print(X().b(), Y().b(), (Y() as any A).a(), (X() as any B).a())
func useA(_ x: some A) -> String { x.a() }
print(useA(Y()))
let list: [any A] = [X(), Y()]
print(list.map { $0.a() }, list.compactMap { $0 as? Y }.count)
class Z: A {}
class W: Z { func a() -> String { "W" } }
print((W() as any A).a(), W().a())
