struct S { var a = [1, 2]; var n = 0 }
var x = S(); var y = x
y.a.append(3); y.n = 9
print(x, y)
class C { var s = S() }
let c = C(), d = c
d.s.n = 4; d.s.a[0] = 7
print(c.s)
var arr = [S(), S()]; var brr = arr
brr[0].n = 1; arr[1].a = []
print(arr, brr)
func mod(_ s: S) -> S { var s = s; s.n += 100; return s }
print(mod(x).n, x.n)
var t = (x, y); t.0.n = 55; print(x.n, t.0.n)
let f = { x.n }; x.n = 77; print(f())
