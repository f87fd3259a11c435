func maxOf<T: Comparable>(_ first: T, _ rest: T...) -> T { rest.reduce(first) { $1 > $0 ? $1 : $0 } }
print(maxOf(3), maxOf(1, 9, 4), maxOf("b", "c"))
func log(_ items: Any..., sep: String = ",") { print(items.map { "\($0)" }.joined(separator: sep)) }
log(1, "a", 2.5); log(1, 2, sep: "-")
