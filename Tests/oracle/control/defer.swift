func f(_ n: Int) -> Int {
  defer { print("defer 1") }
  defer { print("defer 2") }
  if n > 0 {
    defer { print("inner") }
    print("body")
    return n
  }
  print("end")
  return 0
}
print(f(1))
print(f(0))
for i in 0..<2 { defer { print("loop", i) }; if i == 0 { continue }; print("x") }
