func f() { fatalError("broken \(1 + 1)") }
f()
