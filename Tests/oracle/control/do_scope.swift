let x = 1
do { let x = 2; print(x); do { let x = 3; print(x) } }
print(x)
func f() { let x = 10; if true { let x = x + 1; print(x) }; print(x) }
f()
