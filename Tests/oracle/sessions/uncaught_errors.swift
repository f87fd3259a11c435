enum Failure: Error { case tooBig(Int) }
var seen: [Int] = []
func check(_ n: Int) throws {
  seen.append(n)
  if n > 2 { throw Failure.tooBig(n) }
}
//---
for n in 1...5 { try check(n) }
//---
print(seen)
do { try check(9) } catch { print("caught", error) }
//---
seen
