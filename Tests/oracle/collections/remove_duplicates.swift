func unique<T: Hashable>(_ xs: [T]) -> [T] { var seen = Set<T>(); return xs.filter { seen.insert($0).inserted } }
print(unique([1, 2, 1, 3, 2]), unique(Array("hello")).map(String.init).joined(), unique(["a", "A"].map { $0.lowercased() }))
var xs = [1, 1, 2, 3, 3]
xs = xs.enumerated().filter { $0.offset == 0 || xs[$0.offset - 1] != $0.element }.map(\.element)
print(xs, Array(Set([2, 2, 1])).sorted())
