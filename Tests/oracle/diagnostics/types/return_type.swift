func f() -> Int { return "a" }
