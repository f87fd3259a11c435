var x = 10
x += 5; x -= 3; x *= 4; x /= 5; x %= 6
print(x)
var y = 0b1010
y &= 0b0110; y |= 1; y ^= 0b11; y <<= 2; y >>= 1
print(y)
var s = "a"
s += "b"
var xs = [1]
xs += [2, 3]
xs += 4...5
var d = 1.5
d *= 2; d -= 0.5
print(s, xs, d)
