struct OrderedSet<T: Hashable> { private(set) var items: [T] = []; private var seen: Set<T> = []; mutating func insert(_ x: T) { if seen.insert(x).inserted { items.append(x) } }; subscript(i: Int) -> T { items[i] } }
var s = OrderedSet<String>()
for w in "the cat and the hat and the bat".split(separator: " ") { s.insert(String(w)) }
print(s.items, s[1], s.items.count)
