/// Pixels to a PNG file (RFC 2083), for heat maps and images inside drawings.
///
/// Colours come from a palette of 256 and the bytes are stored, not squeezed: the pictures are small and the code that
/// would squeeze them is not.
package enum PNGEncoder {
  /// - Parameters:
  ///   - pixels: row by row from the top, places in the palette
  ///   - palette: at most 256 colours
  package static func encode(width: Int, height: Int, pixels: [UInt8], palette: [RGB]) -> [UInt8] {
    guard width > 0, height > 0, pixels.count == width * height, !palette.isEmpty, palette.count <= 256 else {
      return []
    }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Eight bits a pixel, colour type 3: palette.
    append("IHDR", bigEndian(width) + bigEndian(height) + [8, 3, 0, 0, 0], to: &file)
    append("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] }, to: &file)
    var rows: [UInt8] = []
    rows.reserveCapacity((width + 1) * height)
    for row in 0..<height {
      rows.append(0)
      rows += pixels[row * width..<(row + 1) * width]
    }
    append("IDAT", zlib(rows), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  /// The bytes in stored blocks (RFC 1950, 1951).
  private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var start = 0
    repeat {
      let count = min(bytes.count - start, 65535)
      let isLast: UInt8 = start + count == bytes.count ? 1 : 0
      let (low, high) = (UInt8(count & 255), UInt8(count >> 8))
      stream += [isLast, low, high, ~low, ~high]
      stream += bytes[start..<start + count]
      start += count
    } while start < bytes.count
    var a: UInt32 = 1
    var b: UInt32 = 0
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    return stream + bigEndian(Int(b << 16 | a))
  }

  private static func append(_ type: String, _ data: [UInt8], to file: inout [UInt8]) {
    let body = Array(type.utf8) + data
    file += bigEndian(data.count) + body + bigEndian(Int(CRC32.checksum(body)))
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

extension Grid {
  /// The cells as a picture, each a square of `scale` pixels; `flipped` puts the last row on top.
  package func png(flipped: Bool, scale: Int = 1) -> [UInt8] {
    let palette = (0..<256).map { colors.color(at: Double($0) / 254) }
    var pixels: [UInt8] = []
    pixels.reserveCapacity(rows * columns * scale * scale)
    for row in 0..<rows {
      let row = flipped ? rows - 1 - row : row
      let line = (0..<columns).flatMap { column in
        let share = share(of: values[row * columns + column])
        // The last colour of the palette is kept for NaN.
        return repeatElement(share.isNaN ? 255 : UInt8((min(max(share, 0), 1) * 254).rounded()), count: scale)
      }
      for _ in 0..<scale { pixels += line }
    }
    return PNGEncoder.encode(
      width: columns * scale, height: rows * scale, pixels: pixels,
      palette: palette.dropLast() + [colors.color(at: .nan)])
  }

  /// Where a value stands between the ends of the colours, 0 to 1.
  package func share(of value: Double) -> Double {
    (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
  }

  /// Whether there are values for all cells; a grid without is not drawn.
  package var isComplete: Bool { rows > 0 && columns > 0 && values.count == rows * columns }
}
