import Glibc

/// How numbers are written in every table, chart, graph and derivation: the one place where digits are chosen.
///
/// Rounding is that of the C library, which is exact; nothing here depends on a locale.
package enum NumberFormat {
  /// At most `digits` significant digits, without trailing zeros: `0.6931`, `12`, `1.5e-7`.
  package static func short(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return special(value) }
    if value == 0 { return "0" }
    return tidyExponent(print("%.*g", digits, value))
  }

  /// Exactly `digits` significant digits: `0.6900`, `1.500e-7`.
  package static func significant(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return special(value) }
    if value == 0 { return "0" }
    let text = tidyExponent(print("%#.*g", digits, value))
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// `decimals` digits after the point.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return special(value) }
    let text = print("%.*f", decimals, value)
    // A value that rounds to nothing must not show as "-0.00".
    return text.hasPrefix("-") && !text.contains { $0 >= "1" && $0 <= "9" } ? String(text.dropFirst()) : text
  }

  /// A mantissa and an exponent: `1.50e-7`.
  package static func scientific(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return special(value) }
    if value == 0 { return "0" }
    return tidyExponent(print("%.*e", max(digits - 1, 0), value))
  }

  /// The shortest text that reads back as the same number, whole numbers without `.0`.
  package static func exact(_ value: Double) -> String {
    guard value.isFinite else { return special(value) }
    if value == value.rounded(), abs(value) < 1e15 { return fixed(value, decimals: 0) }
    return tidyExponent("\(value)")
  }

  /// A number of things: "1 operation", "2,000 operations".
  package static func count(_ value: Int, of things: String) -> String {
    "\(count(value)) \(things)\(value == 1 ? "" : "s")"
  }

  /// A whole number with commas between the thousands: `1,797`.
  package static func count(_ value: Int) -> String {
    var digits = String(value.magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.append(digits.suffix(3))
      digits = String(digits.dropLast(3))
    }
    return (value < 0 ? "-" : "") + ([Substring(digits)] + groups.reversed()).joined(separator: ",")
  }

  /// A share of one as percent: `71%`, `0.4%`, `0%`.
  package static func percent(_ share: Double) -> String {
    guard share.isFinite else { return special(share) }
    let percent = share * 100
    if percent == 0 || (abs(percent) >= 10 && abs(percent) < 99.95) || abs(percent) >= 100 {
      return fixed(percent, decimals: 0) + "%"
    }
    return short(percent, digits: abs(percent) < 10 ? 2 : 3) + "%"
  }

  /// A span of time in the unit that suits it: `850 µs`, `1.2 s`, `3 min 20 s`.
  package static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return special(seconds) }
    switch seconds {
    case ..<1e-3: return short(seconds * 1e6, digits: 3) + " µs"
    case ..<1: return short(seconds * 1e3, digits: 3) + " ms"
    case ..<60: return fixed(seconds, decimals: 1) + " s"
    case ..<3600: return "\(Int(seconds) / 60) min \(Int(seconds) % 60) s"
    case ..<1e9: return "\(Int(seconds) / 3600) h \(Int(seconds) % 3600 / 60) min"
    default: return scientific(seconds) + " s"
    }
  }

  /// The numbers of one column, all with the same decimals where their sizes allow it, so that points line up.
  ///
  /// The largest finite magnitude gets `digits` significant digits; a value of which that would leave fewer than three
  /// is written with an exponent instead.
  package static func column(_ values: [Double], digits: Int = 5) -> [String] {
    let magnitudes = values.lazy.filter { $0.isFinite && $0 != 0 }.map(abs)
    guard let largest = magnitudes.max(), let least = magnitudes.min() else {
      return values.map { $0.isFinite ? "0" : special($0) }
    }
    if values.allSatisfy({ !$0.isFinite || ($0 == $0.rounded() && abs($0) < 1e9) }) {
      return values.map { fixed($0, decimals: 0) }
    }
    var decimals = min(max(digits - 1 - exponent(largest), 0), digits + 1)
    // A few decimals more, where they are all that the smallest needs.
    let wanted = 2 - exponent(least)
    if wanted <= digits { decimals = max(decimals, wanted) }
    let smallest = power10(-decimals) * 99.5
    // Numbers that are round get no zeros: a column of 0.1 is not one of 0.10000.
    func isRound(_ value: Double, _ decimals: Int) -> Bool {
      let scaled = value * power10(decimals)
      return !value.isFinite || abs(scaled - scaled.rounded()) <= abs(scaled) * 1e-13
    }
    while decimals > 0, values.allSatisfy({ isRound($0, decimals - 1) }) { decimals -= 1 }
    return values.map { value in
      guard value.isFinite, value != 0 else { return value == 0 ? fixed(0, decimals: decimals) : special(value) }
      let magnitude = abs(value)
      return magnitude < smallest || magnitude >= 1e9
        ? scientific(value, digits: max(digits - 2, 2)) : fixed(value, decimals: decimals)
    }
  }

  /// The decimal exponent of a finite value other than zero: 2 for 345, −3 for 0.001.
  package static func exponent(_ value: Double) -> Int {
    guard value.isFinite, value != 0 else { return 0 }
    return Int(log10(abs(value)).rounded(.down))
  }

  /// 10 to a whole power, correctly rounded.
  package static func power10(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }

  private static func special(_ value: Double) -> String {
    value.isNaN ? "nan" : value > 0 ? "inf" : "-inf"
  }

  private static func tidyExponent(_ text: String) -> String {
    guard let split = text.firstIndex(of: "e") else { return text }
    let exponent = Int(text[text.index(after: split)...]) ?? 0
    return "\(text[..<split])e\(exponent)"
  }

  private static func print(_ format: String, _ precision: Int, _ value: Double) -> String {
    // 330 holds the longest %f of a Double (309 digits before the point) with its decimals cut to what we use.
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      let precision = Int32(clamping: min(max(precision, 0), 40))
      let length = withVaList([precision, value]) { vsnprintf(start, buffer.count, format, $0) }
      guard length > 0 else { return "" }
      return String(decoding: UnsafeRawBufferPointer(start: start, count: min(Int(length), 399)), as: UTF8.self)
    }
  }
}
