func span(_ a: Int, _ b: Int) -> ClosedRange<Int> { a...b }
print(span(1, 3))
print(span(3, 1))
