import Foundation
print(sqrt(2.0), pow(2.0, 10.0), exp(1.0), log(10.0), log2(8.0), log10(1000.0))
print(sin(0.5), cos(0.5), tan(0.5), atan2(1.0, -1.0), tanh(0.5))
print(floor(2.7), ceil(2.2), round(2.5), trunc(-2.7), fabs(-3.5))
print(hypot(3.0, 4.0), cbrt(27.0), fmod(7.5, 2), Double.pi / 2)
print(max(1, 2), min(2.5, 1.5), abs(-2.5))
print(pow(2.0, 0.5) == sqrt(2.0), exp(log(5.0)))
