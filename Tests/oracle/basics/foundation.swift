import Foundation
print(String(format: "%.3f %d %5d|%-5d|%05.1f %@ %x %e %%", 3.14159, 42, 7, 7, 2.5, "s", 255, 12345.678))
print(sqrt(2.0), pow(2.0, 10.0), exp(1.0), log(10.0), sin(0.5), floor(-1.5), round(2.5), fabs(-2.0), tanh(0.5), atan2(1.0, 2.0), hypot(3.0, 4.0))
print(" trim ".trimmingCharacters(in: .whitespaces), "a-b-c".components(separatedBy: "-"), "aXbX".replacingOccurrences(of: "X", with: "y"), "hello world".capitalized)
print(Double.pi.rounded(), Int(pow(3.0, 3.0)), exp2(3.0), log2(8.0), log10(1000.0), cbrt(27.0), fmod(7.0, 3.0))
print(String(format: "%6.2f|%-8s|%+d", 3.14159, "abc", 5).count > 0)
