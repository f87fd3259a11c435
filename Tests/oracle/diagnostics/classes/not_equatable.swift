class C {}
let c = C()
print(c == c)
