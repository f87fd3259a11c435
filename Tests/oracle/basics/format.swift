import Foundation
print(String(format: "%d %5d|%-5d|%05d", 42, 42, 42, 42))
print(String(format: "%.2f %8.3f|%e %g", 3.14159, 2.71828, 12345.678, 0.0001))
print(String(format: "%x %X %o %c", 255, 255, 8, 65))
print(String(format: "%@ and %@", "text", "more"), String(format: "100%%"))
print(String(format: "%+d %+.1f", 5, 2.5))
print(String(format: "%10.4f|%-10.2f|", 1.0, 2.0))
