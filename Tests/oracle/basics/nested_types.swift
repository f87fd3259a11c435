struct A { struct B { enum C { case x, y }; var c = C.x }; var b = B(); static let d = B.C.y }
print(A().b.c, A.d, A.B.C.x, A.B(c: .y).c, A.B().c == .x)
