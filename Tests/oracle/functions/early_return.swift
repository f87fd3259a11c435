func grade(_ n: Int) -> Character { if n >= 90 { return "A" }; if n >= 80 { return "B" }; guard n >= 70 else { return "F" }; return "C" }
print([95, 85, 75, 10].map { String(grade($0)) }.joined())
func find(_ t: Int, in m: [[Int]]) -> (Int, Int)? { for (r, row) in m.enumerated() { for (c, v) in row.enumerated() where v == t { return (r, c) } }; return nil }
print(find(4, in: [[1, 2], [3, 4]])!, find(9, in: [[1]]) == nil)
func nothing(_ b: Bool) { if b { return }; print("ran") }
nothing(true); nothing(false)
