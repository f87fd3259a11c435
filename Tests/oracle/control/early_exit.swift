func check(_ d: [String: Int]) -> String {
  guard let a = d["a"], let b = d["b"] else { return "missing" }
  guard a < b else { return "order" }
  return "ok \(b - a)"
}
print(check([:]), check(["a": 3, "b": 1]), check(["a": 1, "b": 5]))
for x in [1, 2, 3] { guard x != 2 else { continue }; print(x) }
