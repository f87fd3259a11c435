var a = 1, b = 2, c = 3
swap(&a, &b)
(a, b, c) = (c, a, b)
print(a, b, c)
var xs = [1, 2, 3]
xs.swapAt(0, 2)
(xs[0], xs[1]) = (xs[1], xs[0])
print(xs)
