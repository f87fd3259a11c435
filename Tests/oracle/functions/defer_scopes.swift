func order() {
  defer { print("defer 1") }
  defer { print("defer 2") }
  print("body")
  for i in 0..<2 {
    defer { print("loop defer", i) }
    if i == 1 { print("break"); break }
    print("iteration", i)
  }
  do { defer { print("inner defer") }; print("inner") }
  guard Int("x") != nil else { print("leaving"); return }
  print("never")
}
order()
func result() -> Int {
  var n = 1
  defer { n = 100 }
  return n
}
print(result())
var log: [String] = []
func track() throws { defer { log.append("cleanup") }; log.append("start"); throw Oops() }
struct Oops: Error {}
try? track()
print(log)
