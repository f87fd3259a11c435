let a: [Int] = [1, "2"]
