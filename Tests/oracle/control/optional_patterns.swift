let values: [Int?] = [1, nil, 3]
for v in values {
  switch v {
  case let x? where x > 2: print("big", x)
  case let x?: print("some", x)
  case nil: print("nil")
  }
}
let nested: Int?? = .some(nil)
switch nested { case .none: print("outer none"); case .some(.none): print("inner none"); case .some(.some(let x)): print(x) }
func both(_ a: Int?, _ b: Int?) -> String {
  switch (a, b) {
  case let (x?, y?): "both \(x + y)"
  case (let x?, nil): "left \(x)"
  case (nil, let y?): "right \(y)"
  case (nil, nil): "neither"
  }
}
print(both(1, 2), both(1, nil), both(nil, 2), both(nil, nil))
print(values.compactMap { $0 }.count, values.contains(nil), values.firstIndex(of: nil) as Any, values == [1, nil, 3])
if case let x? = values[0], x == 1 { print("one") }
