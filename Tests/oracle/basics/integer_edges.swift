// Integer arithmetic at its edges, in loops and as values, of every width.
func mixed<T: FixedWidthInteger>(_ values: [T]) {
  var digest: UInt64 = 5
  var overflows = 0
  func fold(_ value: T) { digest = digest &* 1_099_511_628_211 &+ UInt64(truncatingIfNeeded: value) }
  for a in values {
    fold(~a)
    for b in values {
      fold(a &+ b)
      fold(a &- b)
      fold(a &* b)
      fold(a & b)
      fold(a | b)
      fold(a ^ b)
      if a < b { digest &+= 1 }
      if a <= b { digest &+= 2 }
      if a == b { digest &+= 3 }
      if a > b { digest &+= 5 }
      if a >= b { digest &+= 7 }
      if a != b { digest &+= 11 }
      let less = a < b
      let equal = a == b
      if less != equal { digest &+= 13 }
      let sum = a.addingReportingOverflow(b)
      let product = a.multipliedReportingOverflow(by: b)
      overflows += (sum.overflow ? 1 : 0) + (product.overflow ? 1 : 0)
      if !sum.overflow { fold(a + b) }
      if !a.subtractingReportingOverflow(b).overflow { fold(a - b) }
      if !product.overflow { fold(a * b) }
      if b != 0, !a.dividedReportingOverflow(by: b).overflow {
        fold(a / b)
        fold(a % b)
      }
    }
    for count in [-200, -65, -64, -33, -9, -8, -1, 0, 1, 3, 7, 8, 15, 16, 31, 32, 33, 63, 64, 65, 200] {
      fold(a << count)
      fold(a >> count)
    }
  }
  print(T.self, digest, overflows)
}

mixed([0, 1, -1, 2, -2, 7, -8, 100, Int.max, Int.min, Int.max - 1, Int.min + 1, 1 << 31, 1 << 32, -(1 << 31)])
mixed([0, 1, -1, 2, -2, 7, -8, 100, Int32.max, Int32.min, Int32.max - 1, Int32.min + 1, 1 << 15] as [Int32])
mixed([0, 1, -1, 2, -2, 7, -8, 100, Int16.max, Int16.min, 1 << 8] as [Int16])
mixed([0, 1, -1, 2, -2, 7, -8, 100, Int8.max, Int8.min] as [Int8])
mixed([0, 1, 2, 7, 100, UInt.max, UInt.max - 1, 1 << 63, 1 << 32, (1 << 63) - 1] as [UInt])
mixed([0, 1, 2, 7, 100, UInt32.max, UInt32.max - 1, 1 << 31] as [UInt32])
mixed([0, 1, 2, 7, 100, UInt16.max, 1 << 15] as [UInt16])
mixed([0, 1, 2, 7, 100, UInt8.max, 1 << 7] as [UInt8])

func immediates(_ n: Int) -> [Int] {
  var result: [Int] = []
  if n == 5 { result.append(1) }
  if n != 5 { result.append(2) }
  if n < 5 { result.append(3) }
  if n <= 5 { result.append(4) }
  if n > 5 { result.append(5) }
  if n >= 5 { result.append(6) }
  if n < -300 { result.append(7) }
  if n > 30_000 { result.append(8) }
  result.append(n &* 3 &+ 200)
  return result
}
for n in [4, 5, 6, -301, -300, 30_000, 30_001, Int.max, Int.min] { print(immediates(n)) }

var total = 0
for i in stride(from: 10, through: -10, by: -3) { total = total * 2 + i }
for i in -3...3 { total += i * i }
for i in (0..<7).reversed() { total ^= i << 2 }
var k = Int.max - 3
for i in k...Int.max { total ^= i }
while k < Int.max { k += 1 }
repeat { k -= 7 } while k > Int.max - 20
print(total, k)

func classify(_ n: Int) -> String {
  switch n {
  case 0: "zero"
  case 1: "one"
  case 2: "two"
  case 3: "three"
  case 4: "four"
  case 5, 6: "some"
  case 7...: "many"
  default: "negative"
  }
}
enum Suit: Int, CaseIterable { case clubs, diamonds, hearts, spades, stars, moons }
func value(_ suit: Suit) -> Int {
  switch suit {
  case .clubs: 11
  case .diamonds: 22
  case .hearts: 33
  case .spades: 44
  case .stars: 55
  case .moons: 66
  }
}
print((-2...8).map(classify), Suit.allCases.map(value))
