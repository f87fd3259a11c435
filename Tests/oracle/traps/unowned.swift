class A {}
class B { unowned let a: A; init(_ a: A) { self.a = a } }
var a: A? = A()
let b = B(a!)
a = nil
print(b.a)
