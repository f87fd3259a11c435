func fact(_ n: Int) -> Int { n <= 1 ? 1 : n * fact(n - 1) }
func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }
func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
func isEven(_ n: Int) -> Bool { n == 0 ? true : isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n == 0 ? false : isEven(n - 1) }
func hanoi(_ n: Int, _ a: String, _ b: String, _ c: String) -> Int {
  n == 0 ? 0 : hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
}
print(fact(20), fib(20), gcd(48, 36), isEven(100), hanoi(10, "a", "b", "c"))
func ack(_ m: Int, _ n: Int) -> Int { m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)) }
print(ack(2, 3))
