/// Colours that stand for numbers.
package enum Colormap: Sendable, Equatable {
  /// From dark to light, for amounts: viridis (van der Walt and Smith, 2015).
  case sequential
  /// From blue over white to orange, for values on both sides of zero.
  case diverging
  /// From black to white, for pictures.
  case gray
  /// One pale colour for each of so many classes, in the order of the palette; values are the numbers of classes.
  case classes(Int)

  /// The colours between which the others are mixed, evenly spaced.
  package var stops: [RGB] {
    switch self {
    case .sequential:
      [
        RGB(0x440154), RGB(0x472D7B), RGB(0x3B528B), RGB(0x2C728E), RGB(0x21918C), RGB(0x28AE80), RGB(0x5EC962),
        RGB(0xADDC30), RGB(0xFDE725),
      ]
    case .diverging: [RGB(0x0A5A94), RGB(0x6FA8D0), RGB(0xF4F4F4), RGB(0xEBA06A), RGB(0xB84A00)]
    case .gray: [RGB(0x000000), RGB(0xFFFFFF)]
    case .classes(let count):
      (0..<max(count, 2)).map { index in
        let code = Int(Palette.series(index).dropFirst(), radix: 16) ?? 0
        return RGB(0xFFFFFF).mixed(with: RGB(code), share: 0.45)
      }
    }
  }

  /// The colour at a share of the way, 0 to 1; NaN is shown in grey.
  package func color(at share: Double) -> RGB {
    guard !share.isNaN else { return RGB(0x8A8A8A) }
    let stops = stops
    let position = min(max(share, 0), 1) * Double(stops.count - 1)
    let index = min(Int(position), stops.count - 2)
    return stops[index].mixed(with: stops[index + 1], share: position - Double(index))
  }

  /// The range of the finite values, never empty; around zero for diverging colours.
  package func domain(of values: [Double]) -> ClosedRange<Double> {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    guard low <= high else { return 0...1 }
    if self == .diverging {
      let reach = max(abs(low), abs(high))
      return reach > 0 ? -reach...reach : -1...1
    }
    return low < high ? low...high : low...(low + 1)
  }
}

/// A colour of a screen.
package struct RGB: Sendable, Hashable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  /// A colour from 0xRRGGBB.
  package init(_ code: Int) {
    red = UInt8(truncatingIfNeeded: code >> 16)
    green = UInt8(truncatingIfNeeded: code >> 8)
    blue = UInt8(truncatingIfNeeded: code)
  }

  package func mixed(with other: RGB, share: Double) -> RGB {
    func mix(_ a: UInt8, _ b: UInt8) -> Int { Int((Double(a) + (Double(b) - Double(a)) * share).rounded()) }
    return RGB(mix(red, other.red) << 16 | mix(green, other.green) << 8 | mix(blue, other.blue))
  }

  /// The colour as `#rrggbb`.
  package var css: String {
    let digits = String(Int(red) << 16 | Int(green) << 8 | Int(blue), radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Black or white, whichever reads better on the colour.
  package var ink: String {
    0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue) > 140 ? "#000000" : "#ffffff"
  }
}
