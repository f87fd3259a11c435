enum Ids { private static var last = 0; static func next() -> Int { last += 1; return last } }
func tag(_ s: String, id: Int = Ids.next()) -> String { "\(s)#\(id)" }
print(tag("a"), tag("b"), tag("c", id: 99), tag("d"))
