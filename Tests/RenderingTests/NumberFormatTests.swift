import Foundation
import Testing

@testable import Rendering

@Suite("Numbers as text")
struct NumberFormatTests {
  /// Foundation's own formatting is the oracle for digits; only the exponent is written otherwise.
  @Test func digitsAreThoseOfTheCLibrary() {
    var state: UInt64 = 7
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite, value != 0 else { continue }
      for digits in [1, 4, 9] {
        let text = NumberFormat.short(value, digits: digits)
        #expect(Double(text) == Double(String(format: "%.\(digits)g", value)), "\(value)")
      }
      #expect(Double(NumberFormat.exact(value)) == value)
    }
  }

  @Test func extremesDoNotTrap() {
    let values: [Double] = [
      0, -0.0, .infinity, -.infinity, .nan, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude,
      .leastNormalMagnitude, 1e15, 9_007_199_254_740_992, 0.1,
    ]
    for value in values {
      for text in [
        NumberFormat.short(value), NumberFormat.significant(value, digits: 5), NumberFormat.exact(value),
        NumberFormat.fixed(value, decimals: 3), NumberFormat.scientific(value), NumberFormat.percent(value),
        NumberFormat.duration(value), SVGCanvas.number(value),
      ] { #expect(!text.isEmpty) }
    }
    #expect(NumberFormat.column(values).count == values.count)
    #expect(NumberFormat.count(.min) == "-9,223,372,036,854,775,808")
  }

  @Test(arguments: [
    ([0.693147, 0.0512, 3e-7], ["0.69315", "0.05120", "3.00e-7"]), ([0.1, 0.1], ["0.1", "0.1"]),
    ([1, 2, 300], ["1", "2", "300"]), ([1234.5, 0.25], ["1234.50", "0.25"]), ([.nan, 1.5], ["nan", "1.5"]),
  ])
  func columnsLineUp(_ values: [Double], _ texts: [String]) {
    #expect(NumberFormat.column(values) == texts)
  }

  @Test func axesOfAnyRangeHaveTicks() {
    let ends: [Double] = [
      -1e308, -1e12, -3, -1e-12, 0, .leastNonzeroMagnitude, 1e-300, 1e-6, 0.5, 1, 1.0000001, 1e6, 1e300, 1.7e308,
    ]
    for low in ends {
      for high in ends where low <= high {
        for kind in [Axis.Kind.linear, .log] {
          let scale = Scale(Axis("", scale: kind), values: [low, high], count: 6)
          #expect(scale.ticks.count <= 130)
          for value in [low, high] {
            if let share = scale.position(value) { #expect(share.isFinite, "\(low)…\(high)") }
          }
        }
      }
    }
  }
}
