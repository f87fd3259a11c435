func largest<T: Comparable>(_ a: T, _ b: T) -> T { a > b ? a : b }
struct P {}
print(largest(P(), P()))
