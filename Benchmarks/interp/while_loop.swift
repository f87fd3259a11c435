func run() -> Double {
  var i = 0
  var s = 0.0
  while i < 3_000_000 {
    if i % 3 == 0 { s += Double(i) * 0.5 } else { s -= 1.0 }
    i += 1
  }
  return s
}
print(run())
