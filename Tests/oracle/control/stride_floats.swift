for x in stride(from: 0.1, to: 0.5, by: 0.1) { print(x) }
print(Array(stride(from: 1.0, through: 0.0, by: -0.25)))
