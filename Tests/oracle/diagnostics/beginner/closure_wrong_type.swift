let names = ["a", "b"]
let lengths: [String] = names.map { $0.count }
let sorted = names.sorted { $0.count }
