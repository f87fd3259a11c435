func identity<T>(_ x: T) -> T { x }
func pair<A, B>(_ a: A, _ b: B) -> (A, B) { (a, b) }
func largest<T: Comparable>(_ xs: [T]) -> T? { xs.max() }
func same<T: Equatable>(_ a: T, _ b: T) -> Bool { a == b }
func describe<T: CustomStringConvertible>(_ x: T) -> String { "<\(x.description)>" }
func keys<D: Collection>(_ c: D) -> Int where D.Element: Hashable { Set(c).count }
func sum<S: Sequence>(_ s: S) -> S.Element where S.Element: Numeric { s.reduce(0, +) }
print(identity(5), identity("x"), pair(1, "a"), largest([3, 9, 2]) as Any, largest([String]()) as Any)
print(same(1, 1), same("a", "b"), describe(3), describe(2.5), keys("hello"), keys([1, 1, 2]))
print(sum([1, 2, 3]), sum([0.5, 0.25]), sum(1...10), sum(Set([4, 4, 5])))
func zipWith<A, B, C>(_ a: [A], _ b: [B], _ f: (A, B) -> C) -> [C] { zip(a, b).map { f($0, $1) } }
print(zipWith([1, 2], [10, 20], *), zipWith(["a"], [3]) { String(repeating: $0, count: $1) })
func make<T: RangeReplaceableCollection>(_ type: T.Type, _ e: T.Element) -> T { var t = T(); t.append(e); return t }
print(make([Int].self, 3), make(String.self, "c"))
