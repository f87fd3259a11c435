func sieve(_ n: Int) -> [Int] {
  var composite = [Bool](repeating: false, count: n + 1)
  var primes: [Int] = []
  for i in 2...n where !composite[i] {
    primes.append(i)
    for j in stride(from: i * i, through: n, by: i) { composite[j] = true }
  }
  return primes
}
let p = sieve(1000)
print(p.count, p.prefix(10), p.last!)
print(zip(p, p.dropFirst()).filter { $1 - $0 == 2 }.count, p.reduce(0, +))
func factors(_ n: Int) -> [Int: Int] { var n = n, out: [Int: Int] = [:]; for q in p { while n % q == 0 { out[q, default: 0] += 1; n /= q } }; if n > 1 { out[n] = 1 }; return out }
print(factors(360).sorted { $0.key < $1.key }.map { "\($0.key)^\($0.value)" }.joined(separator: " * "))
func goldbach(_ n: Int) -> (Int, Int)? { p.lazy.filter { $0 < n && p.contains(n - $0) }.map { ($0, n - $0) }.first }
print(goldbach(100)!, stride(from: 4, through: 20, by: 2).map { goldbach($0)!.0 })
