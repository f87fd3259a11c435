func f(_ n: Int) -> [String] {
  var out: [String] = []
  switch n { case 1: out.append("one"); fallthrough; case 2: out.append("two"); fallthrough; case 3: out.append("three"); default: out.append("other") }
  return out
}
print(f(1), f(2), f(3), f(9))
loop: while true { switch f(1).count { case 3: break loop; default: continue loop } }
outer: do { if f(2).count == 2 { break outer }; print("unreachable") }
print("out")
