// Division and remainder by numbers that stand in the program, beside the same by variables.
var digest = 17
func fold(_ quotient: Int, _ remainder: Int) {
  digest = (digest &* 31 &+ quotient) &* 31 &+ remainder
}
func divisor(_ n: Int) -> Int { n }
func check(_ holds: Bool, _ value: Int, _ divisor: Int) {
  if !holds { print("\(value) by \(divisor) is wrong") }
}
func divide(_ values: [Int]) {
  for value in values {
    fold(value / (2), value % (2))
    check(value / (2) == value / divisor(2) && value % (2) == value % divisor(2), value, 2)
    fold(value / (3), value % (3))
    check(value / (3) == value / divisor(3) && value % (3) == value % divisor(3), value, 3)
    fold(value / (5), value % (5))
    check(value / (5) == value / divisor(5) && value % (5) == value % divisor(5), value, 5)
    fold(value / (7), value % (7))
    check(value / (7) == value / divisor(7) && value % (7) == value % divisor(7), value, 7)
    fold(value / (10), value % (10))
    check(value / (10) == value / divisor(10) && value % (10) == value % divisor(10), value, 10)
    fold(value / (12), value % (12))
    check(value / (12) == value / divisor(12) && value % (12) == value % divisor(12), value, 12)
    fold(value / (16), value % (16))
    check(value / (16) == value / divisor(16) && value % (16) == value % divisor(16), value, 16)
    fold(value / (25), value % (25))
    check(value / (25) == value / divisor(25) && value % (25) == value % divisor(25), value, 25)
    fold(value / (64), value % (64))
    check(value / (64) == value / divisor(64) && value % (64) == value % divisor(64), value, 64)
    fold(value / (100), value % (100))
    check(value / (100) == value / divisor(100) && value % (100) == value % divisor(100), value, 100)
    fold(value / (125), value % (125))
    check(value / (125) == value / divisor(125) && value % (125) == value % divisor(125), value, 125)
    fold(value / (641), value % (641))
    check(value / (641) == value / divisor(641) && value % (641) == value % divisor(641), value, 641)
    fold(value / (1000), value % (1000))
    check(value / (1000) == value / divisor(1000) && value % (1000) == value % divisor(1000), value, 1000)
    fold(value / (4096), value % (4096))
    check(value / (4096) == value / divisor(4096) && value % (4096) == value % divisor(4096), value, 4096)
    fold(value / (10007), value % (10007))
    check(value / (10007) == value / divisor(10007) && value % (10007) == value % divisor(10007), value, 10007)
    fold(value / (32767), value % (32767))
    check(value / (32767) == value / divisor(32767) && value % (32767) == value % divisor(32767), value, 32767)
    fold(value / (-2), value % (-2))
    check(value / (-2) == value / divisor(-2) && value % (-2) == value % divisor(-2), value, -2)
    fold(value / (-3), value % (-3))
    check(value / (-3) == value / divisor(-3) && value % (-3) == value % divisor(-3), value, -3)
    fold(value / (-7), value % (-7))
    check(value / (-7) == value / divisor(-7) && value % (-7) == value % divisor(-7), value, -7)
    fold(value / (-10), value % (-10))
    check(value / (-10) == value / divisor(-10) && value % (-10) == value % divisor(-10), value, -10)
    fold(value / (-16), value % (-16))
    check(value / (-16) == value / divisor(-16) && value % (-16) == value % divisor(-16), value, -16)
    fold(value / (-100), value % (-100))
    check(value / (-100) == value / divisor(-100) && value % (-100) == value % divisor(-100), value, -100)
    fold(value / (-1000), value % (-1000))
    check(value / (-1000) == value / divisor(-1000) && value % (-1000) == value % divisor(-1000), value, -1000)
    fold(value / (-32768), value % (-32768))
    check(value / (-32768) == value / divisor(-32768) && value % (-32768) == value % divisor(-32768), value, -32768)
  }
  print(values.count, digest)
}

divide([0, 1, -1, 2, -2, 3, -3, 6, 7, 8, 9, 10, 11, 99, 100, 101, -99, -100, -101])
divide([Int.max, Int.max - 1, Int.min, Int.min + 1, 1 << 62, -(1 << 62), 1 << 32, (1 << 32) - 1, -(1 << 32)])
var state: UInt64 = 88172645463325252
var values: [Int] = []
for _ in 0..<500 {
  state ^= state << 13
  state ^= state >> 7
  state ^= state << 17
  values.append(Int(bitPattern: UInt(state)) >> (values.count % 60))
}
divide(values)
print(7 / 1, -7 / 1, Int.min / 1, 7 % 1, -7 % 1)
