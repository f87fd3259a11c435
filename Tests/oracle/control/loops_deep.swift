outer: for i in 1... {
  for j in stride(from: i, through: 0, by: -2) {
    if i * j > 20 { break outer }
    if j % 3 == 0 { continue outer }
    print("\(i),\(j)", terminator: " ")
  }
  print("|", terminator: " ")
}
print()
var n = 27, steps = 0
repeat {
  n = n.isMultiple(of: 2) ? n / 2 : 3 * n + 1
  steps += 1
} while n != 1
print(steps)
let grid = [[1, 2, 3], [4, -1, 6], [7, 8, 9]]
search: do {
  for (r, row) in grid.enumerated() {
    for (c, v) in row.enumerated() where v < 0 {
      print("negative at", r, c)
      break search
    }
  }
  print("none")
}
for case let .some(x) in [1, nil, 3] { print(x, terminator: ",") }
for case (let a, 2) in [(1, 2), (3, 4), (5, 2)] { print(a, terminator: ";") }
for (key, value) in ["b": 2, "a": 1].sorted(by: { $0.key < $1.key }) where value > 0 { print(key, value, terminator: " ") }
print()
var stack = [1]
while let top = stack.popLast() {
  print(top, terminator: " ")
  if top < 8 { stack += [top * 2, top * 2 + 1].filter { $0 < 12 } }
}
print()
var values = [3, 1, 2]
for v in values { values.append(v * 10) }
for i in values.indices.reversed() where values[i] > 15 { values.remove(at: i) }
print(values)
func find(_ x: Int, in xs: [Int]) -> Int? {
  var low = xs.startIndex, high = xs.endIndex
  while low < high {
    let mid = low + (high - low) / 2
    switch xs[mid] {
    case x: return mid
    case ..<x: low = mid + 1
    default: high = mid
    }
  }
  return nil
}
print([1, 3, 5, 7, 9, 11].map { find($0, in: [1, 3, 5, 9]) as Any })
for i in 0..<3 {
  defer { print("end", i) }
  guard i != 1 else { continue }
  print("body", i)
}
var text = ""
for scalar in "héllo".unicodeScalars where scalar.isASCII { text.unicodeScalars.append(scalar) }
for (i, c) in zip(1..., text) { print(i, c, terminator: " ") }
print()
let table = (1...3).map { i in (1...3).map { j in i * j } }
for row in table { print(row.map { String($0) }.joined(separator: "\t")) }
let total = table.joined().reduce(0) { $1.isMultiple(of: 2) ? $0 + $1 : $0 }
print(total, table.map { $0[1] }, (0..<3).map { c in table.map { $0[c] }.reduce(0, +) }, table.flatMap { $0 }.filter { $0 > 3 }.count)
var i = 10
while true {
  i -= 3
  if i < 0 { break }
  if i == 4 { continue }
  print(i, terminator: " ")
}
print(i)
let label = if i < -5 { "very low" } else if i < 0 { "low" } else { "high" }
let sign = switch i { case ..<0: -1; case 0: 0; default: 1 }
print(label, sign)
