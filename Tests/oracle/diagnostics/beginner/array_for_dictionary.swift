let a: [String: Int] = ["a", "b"]
