for (x, y) in [(7, 2), (-7, 2), (7, -2), (-7, -2)] { print(x / y, x % y) }
print(7.0 / 2, -7.5.truncatingRemainder(dividingBy: 2), (7.5).remainder(dividingBy: 2))
print((-7).isMultiple(of: 7), 10.isMultiple(of: 3), 0.isMultiple(of: 0))
print((-5).magnitude, abs(-5), (-5).signum(), 0.signum())
print(1.0 / 0, -1.0 / 0, (0.0 / 0).isNaN)
