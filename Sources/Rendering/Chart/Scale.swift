import Glibc

/// The mapping of an axis: from values to a share of the axis' length, with its ticks.
package struct Scale: Sendable {
  package let low: Double
  package let high: Double
  package let isLog: Bool
  package let isReversed: Bool
  package let ticks: [Tick]

  package struct Tick: Sendable, Equatable {
    package var value: Double
    /// Empty for a minor tick.
    package var label: String
  }

  /// The scale of an axis over the values at hand, with about `count` labels.
  package init(_ axis: Axis, values: [Double], count: Int) {
    let positive = axis.scale == .log ? values.filter { $0 > 0 && $0.isFinite } : []
    isLog = !positive.isEmpty && (axis.domain.map { $0.lowerBound > 0 } ?? true)
    isReversed = axis.isReversed
    if case .category(let names) = axis.scale {
      low = -0.5
      high = max(Double(names.count) - 0.5, 0.5)
      let step = max(1, (names.count + max(count, 1) - 1) / max(count, 1))
      ticks = names.enumerated().filter { $0.offset % step == 0 }.map {
        Tick(value: Double($0.offset), label: $0.element)
      }
      return
    }
    var bounds = axis.domain ?? Self.bounds(isLog ? positive : values.filter(\.isFinite))
    if axis.includesZero, !isLog { bounds = min(bounds.lowerBound, 0)...max(bounds.upperBound, 0) }
    if isLog {
      (low, high, ticks) = Self.logarithmic(bounds, count: count, isFixed: axis.domain != nil)
    } else {
      (low, high, ticks) = Self.linear(
        bounds, count: count, isFixed: axis.domain != nil, isWhole: axis.isWhole)
    }
  }

  /// The share of the axis' length at which a value stands; nil where it cannot be shown.
  package func position(_ value: Double) -> Double? {
    guard value.isFinite, !isLog || value > 0 else { return nil }
    let share =
      isLog
      ? (log10(value) - log10(low)) / (log10(high) - log10(low))
      // Halves, because the span of two large numbers of unlike signs is not finite.
      : (value / 2 - low / 2) / (high / 2 - low / 2)
    guard share.isFinite else { return nil }
    return isReversed ? 1 - share : share
  }

  private static func bounds(_ values: [Double]) -> ClosedRange<Double> {
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    if low < high { return low...high }
    if low == 0 { return -1...1 }
    let wide = low.magnitude < 1e308 ? low * 1.5 : low
    return low > 0 ? low * 0.5...wide : wide...low * 0.5
  }

  private static func linear(
    _ bounds: ClosedRange<Double>, count: Int, isFixed: Bool, isWhole: Bool
  ) -> (Double, Double, [Tick]) {
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    let span = high - low
    // Numbers too close to be told apart, or too far apart to be subtracted, get ticks at their ends.
    let size = max(abs(low), abs(high))
    guard span.isFinite, span > size * 1e-13, span > 1e-300, size < 1e300 else {
      return (
        low, high == low ? min(low + max(size, 1), .greatestFiniteMagnitude) : high,
        [Tick(value: low, label: NumberFormat.short(low))]
      )
    }
    var step = niceStep(span / Double(max(count, 1)))
    // A fixed range may hold a single multiple of the step, and nothing can be read off one tick.
    for _ in 0..<2 where isFixed && (high / step).rounded(.down) - (low / step).rounded(.up) < 0.5 {
      step = niceStep(step / 2.5)
    }
    if isWhole { step = max(step, 1) }
    // A data range grows to the next half step, so that curves do not end on the frame.
    let first = isFixed ? low : (low / (step / 2)).rounded(.down) * (step / 2)
    let last = isFixed ? high : (high / (step / 2)).rounded(.up) * (step / 2)
    let from = (first / step).rounded(.up)
    let steps = min(max(Int((last / step).rounded(.down) - from), 0), 100)
    let values = (0...steps).map { (from + Double($0)) * step }
    return (first, last, zip(values, labels(values, step: step)).map { Tick(value: $0, label: $1) })
  }

  private static func niceStep(_ rough: Double) -> Double {
    let power = NumberFormat.power10(NumberFormat.exponent(rough))
    let ratio = rough / power
    return (ratio <= 1.001 ? 1 : ratio <= 2.001 ? 2 : ratio <= 5.001 ? 5 : 10) * power
  }

  /// Labels with as many decimals as the step has.
  private static func labels(_ values: [Double], step: Double) -> [String] {
    let largest = values.map(abs).max() ?? 0
    let exponent = NumberFormat.exponent(step * 1.001)
    if largest >= 1e6 || (largest > 0 && largest < 1e-3) {
      let digits = max(NumberFormat.exponent(largest) - exponent + 1, 1)
      return values.map { sign(abs($0) < step / 2 ? "0" : NumberFormat.scientific($0, digits: digits)) }
    }
    return values.map { value in
      exponent >= 0 && abs(value) >= 1e4
        ? sign(NumberFormat.count(Int(value.rounded())))
        : sign(NumberFormat.fixed(value, decimals: max(-exponent, 0)))
    }
  }

  private static func logarithmic(
    _ bounds: ClosedRange<Double>, count: Int, isFixed: Bool
  ) -> (Double, Double, [Tick]) {
    // Beyond these ends a power of ten is 0 or infinite.
    let low = min(max(bounds.lowerBound, 1e-300), 1e300)
    let high = min(max(bounds.upperBound, low), 1e307)
    let firstDecade = NumberFormat.exponent(low)
    let lastDecade = Int(log10(high).rounded(.up))
    let multiples = (firstDecade...max(lastDecade, firstDecade)).flatMap { decade in
      (1...9).map { (value: Double($0) * NumberFormat.power10(decade), factor: $0) }
    }.filter { $0.value.isFinite && $0.value > 0 }
    // The frame ends at a multiple of a power of ten, like the ticks.
    let first = isFixed ? low : multiples.last { $0.value <= low * 1.0000001 }?.value ?? low
    let last = isFixed ? high : multiples.first { $0.value >= high * 0.9999999 }?.value ?? high
    let inside = multiples.filter { $0.value >= first * 0.9999999 && $0.value <= last * 1.0000001 }
    let decades = log10(last) - log10(first)
    let stride = max(1, Int((decades / Double(max(count, 1))).rounded(.up)))
    let labelled: Set<Int> = decades < 1 ? Set(1...9) : decades < Double(count) / 3 ? [1, 2, 5] : [1]
    let ticks = inside.compactMap { value, factor -> Tick? in
      let decade = NumberFormat.exponent(value * 1.0000001)
      if labelled.contains(factor), factor > 1 || decade % stride == 0 {
        return Tick(value: value, label: label(decade: decade, factor: factor))
      }
      return decades <= 12 ? Tick(value: value, label: "") : nil
    }
    return (first, last > first ? last : min(first * 10, .greatestFiniteMagnitude), ticks)
  }

  private static func label(decade: Int, factor: Int) -> String {
    if (-4...4).contains(decade) {
      return NumberFormat.fixed(Double(factor) * NumberFormat.power10(decade), decimals: max(-decade, 0))
    }
    let superscripts: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let power = String(decade).map { $0 == "-" ? "⁻" : superscripts[$0.wholeNumberValue ?? 0] }
    return (factor == 1 ? "" : "\(factor)·") + "10" + String(power)
  }

  /// Axes write the minus sign of typography.
  private static func sign(_ text: String) -> String {
    text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
}
