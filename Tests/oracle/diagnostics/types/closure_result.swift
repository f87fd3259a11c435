let f: (Int) -> Int = { x in "a" }
