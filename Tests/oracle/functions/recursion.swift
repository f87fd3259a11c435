func factorial(_ n: Int) -> Int { n <= 1 ? 1 : n * factorial(n - 1) }
func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
func ackermann(_ m: Int, _ n: Int) -> Int { m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)) }
func hanoi(_ n: Int, _ a: String, _ b: String, _ c: String) -> Int {
  n == 0 ? 0 : hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
}
func isEven(_ n: Int) -> Bool { n == 0 ? true : isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n == 0 ? false : isEven(n - 1) }
print(factorial(20), gcd(1071, 462), ackermann(2, 3), hanoi(10, "a", "b", "c"), isEven(100))
func permutations<T>(_ xs: [T]) -> [[T]] {
  if xs.isEmpty { return [[]] }
  return xs.indices.flatMap { i -> [[T]] in
    var rest = xs
    let x = rest.remove(at: i)
    return permutations(rest).map { [x] + $0 }
  }
}
print(permutations([1, 2, 3]))
func subsets(_ xs: [Int]) -> [[Int]] { xs.isEmpty ? [[]] : subsets(Array(xs.dropFirst())).flatMap { [$0, [xs[0]] + $0] } }
print(subsets([1, 2, 3]).count, subsets([1, 2]))
