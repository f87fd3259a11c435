func run(_ n: Int) -> String {
  var s = ""
  for i in 0..<n {
    s += String(i)
    s += ","
  }
  return s
}
let s = run(100_000)
var count = 0
for c in s where c == "7" { count += 1 }
print(s.count, count)
