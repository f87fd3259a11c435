let n = 1_000_000
var f = Array(repeating: true, count: n + 1)
f[0] = false
f[1] = false
var i = 2
while i * i <= n {
  if f[i] {
    var j = i * i
    while j <= n {
      f[j] = false
      j += i
    }
  }
  i += 1
}
var counts: [Int: Int] = [:]
var c = 0
for i in 0...n where f[i] {
  counts[i % 10, default: 0] += 1
  c += 1
}
print(c, counts[1]!, counts[3]!, counts[7]!, counts[9]!)
