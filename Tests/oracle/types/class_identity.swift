class P: Equatable, Hashable { let id: Int; init(_ i: Int) { id = i }
  static func == (a: P, b: P) -> Bool { a.id == b.id }
  func hash(into h: inout Hasher) { h.combine(id) } }
let a = P(1), b = P(1), c = a
print(a == b, a === b, a === c, Set([a, b, c]).count, [a: "x"][b] ?? "none", ObjectIdentifier(a) == ObjectIdentifier(c))
