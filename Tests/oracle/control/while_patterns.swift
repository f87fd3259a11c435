var stack = [1, 2, 3]
while let top = stack.popLast(), top > 1 { print(top) }
print(stack)
var it = [4, 5].makeIterator()
while case let x? = it.next() { print(x) }
var n = 100, bits = ""
while n > 0 { bits = String(n % 2) + bits; n /= 2 }
print(bits)
var a = 48, b = 36
while b != 0 { (a, b) = (b, a % b) }
print(a)
repeat { a -= 5 } while a > 0
print(a)
