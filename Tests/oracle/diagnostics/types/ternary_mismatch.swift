let x: Int = true ? 1 : "a"
