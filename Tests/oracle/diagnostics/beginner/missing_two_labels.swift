func area(width: Double, height: Double) -> Double { width * height }
print(area(3, 4))
