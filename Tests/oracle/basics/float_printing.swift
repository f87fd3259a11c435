print(0.1, 0.1 + 0.2, 1.0, 100.0, 1e15, 1e16, 1e17, 123456789012345680.0)
print(1e-4, 1e-5, 0.00012345, 5e-324, Double.greatestFiniteMagnitude)
print(Float(0.1), Float(1) / 3, Float(16777216), Float(1e10), Float.pi)
print(-0.0, 1.0 / 3.0, 2.0 / 3.0, 1e100, 1.5e300)
print(Double.infinity, -Double.infinity, Double.nan)
print(3.0.description, String(2.50), "\(1e21)", "\(Float(1e21))")
let values: [Double] = [0.5, 1, 2e20]
print(values)
