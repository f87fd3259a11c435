func when(_ c: Bool, _ make: @autoclosure () -> String) { if c { print(make()) } }
func loud(_ s: String) -> String { print("made", s); return s }
when(false, loud("a")); when(true, loud("b"))
func lazyOr(_ a: Bool, _ b: @autoclosure () -> Bool) -> Bool { a ? true : b() }
print(lazyOr(true, 1 / 1 == 2))
