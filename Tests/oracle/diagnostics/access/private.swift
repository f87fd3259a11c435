struct A { private var x = 1 }
print(A().x)
