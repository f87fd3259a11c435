// Date-like struct, Strideable, ranges over custom types, Comparable synth, string interpolation
struct Day: Strideable, Hashable, CustomStringConvertible {
  var n: Int
  func distance(to other: Day) -> Int { other.n - n }
  func advanced(by k: Int) -> Day { Day(n: n + k) }
  var description: String { "D\(n)" }
  enum Weekday: String, CaseIterable { case mon, tue, wed, thu, fri, sat, sun
    var isWeekend: Bool { self == .sat || self == .sun }
    var next: Self { let all = Self.allCases; return all[(all.firstIndex(of: self)! + 1) % all.count] } }
  var weekday: Weekday { Weekday.allCases[((n % 7) + 7) % 7] }
}
let week = Day(n: 0)...Day(n: 6)
print(week.contains(Day(n: 3)), week.count, week.map(\.weekday.rawValue), Array(stride(from: Day(n: 0), to: Day(n: 10), by: 4)))
print((Day(n: 2)..<Day(n: 5)).filter { !$0.weekday.isWeekend }, Day.Weekday.sun.next, Day(n: 1) < Day(n: 2), max(Day(n: 4), Day(n: 2)))
struct Table { var rows: [(name: String, score: Double)]
  func render() -> String { rows.map { r in "\(r.name.padded(to: 8))|\(String(repeating: "#", count: Int(r.score)))" }.joined(separator: "\n") } }
extension String { func padded(to n: Int) -> String { count >= n ? self : self + String(repeating: " ", count: n - count) } }
print(Table(rows: [("ann", 3.2), ("bob", 5.9)]).render())
let s = """
  a \
  b
    indented "quotes" \("nested \(1 + 1)")
  """
print(s, #"raw \n "x""#)
