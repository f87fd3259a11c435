var ages: [String: Int] = ["Ann": 3]
ages[4] = 2
ages["Bob"] = "five"
