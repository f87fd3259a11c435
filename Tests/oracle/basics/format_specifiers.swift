import Foundation
print(String(format: "[%5.1f] [%-8.3f] [%+d] [% d] [%06.2f] [%.0f]", 3.14159, 2.71828, 5, 7, 1.5, 2.5))
print(String(format: "%d %i %u %ld %lld %5d|%-5d|%05d", 1, 2, 3, 4, 5, 6, 7, 8))
print(String(format: "%x %X %o %#x %08x", 255, 255, 8, 255, 48879))
print(String(format: "%e %E %.2e %g %G %.3g", 12345.678, 0.00012, 1500.0, 0.0001, 1e10, 2.0 / 3))
print(String(format: "%@ %@ %@ %%", "text", "\([1, 2])", "x"), String(format: "%2$@ %1$@", "world", "hello"))
print(String(format: "%*d|%-*d|%.*f", 5, 42, 5, 42, 2, 3.14159), String(format: "%c%c", 72, 105), String(format: "no args"))
print(String(format: "%.3f %.3f %.3f", Double.infinity, -Double.infinity, Double.nan), String(format: "%5.2f%%", 99.5))
let rows = [("apples", 3, 1.25), ("kiwis", 12, 0.5)]
for (name, n, price) in rows { print(name.padding(toLength: 8, withPad: " ", startingAt: 0) + String(format: "%3d × %5.2f = %6.2f", n, price, Double(n) * price)) }
print(String(format: "%02d:%02d:%02d", 3725 / 3600, 3725 % 3600 / 60, 3725 % 60), String(format: "0x%02X%02X", 10, 200), String(format: "%.2f", Float(2.345)))
