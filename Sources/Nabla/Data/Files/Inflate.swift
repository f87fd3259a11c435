/// Unpacks what deflate packed (RFC 1951): the content of gzip files and of compressed zip entries.
package enum Inflate {
  /// The bytes packed in `bytes[range]`; at most `limit` of them, since a few bytes can unpack to terabytes.
  package static func unpack(
    _ bytes: [UInt8], in range: Range<Int>, limit: Int, format: String
  ) throws(TensorError) -> [UInt8] {
    var stream = Stream(bytes, range, limit: limit, format: format)
    try stream.run()
    return stream.output
  }

  /// The content of a gzip file (RFC 1952), its checksum compared.
  package static func gunzip(_ bytes: [UInt8]) throws(TensorError) -> [UInt8] {
    var reader = ByteReader(bytes, format: "gzip")
    guard try reader.integer(UInt16.self) == 0x8b1f, try reader.integer(UInt8.self) == 8 else {
      throw .format("gzip", "it does not begin with 1f 8b 08")
    }
    let flags = try reader.integer(UInt8.self)
    _ = try reader.take(6)
    if flags & 4 != 0 { _ = try reader.take(try reader.size(UInt16.self)) }
    for flag in [UInt8(8), 16] where flags & flag != 0 { while try reader.integer(UInt8.self) != 0 {} }
    if flags & 2 != 0 { _ = try reader.take(2) }
    guard reader.remaining >= 8 else { throw .truncated("gzip", at: reader.position, needed: 8, of: bytes.count) }
    var trailer = ByteReader(bytes, from: bytes.count - 8, format: "gzip")
    let checksum = try trailer.integer(UInt32.self)
    let size = try trailer.size(UInt32.self)
    let content = try unpack(bytes, in: reader.position..<(bytes.count - 8), limit: size, format: "gzip")
    guard content.count == size, CRC32.checksum(content) == checksum else { throw .damaged("gzip", "its content") }
    return content
  }

  /// A prefix code as a table from the next bits to the symbol they begin with.
  private struct Code {
    /// symbol << 4 | length, 0 where no symbol begins so.
    var entries: [UInt16] = [0]
    let width: Int
    /// Whether the lengths ask for no more codes than there are.
    var isPossible = true

    /// The code in which symbol i has `lengths[i]` bits, at most 15.
    init(_ lengths: [UInt8]) {
      width = Int(lengths.max() ?? 0)
      entries = [UInt16](repeating: 0, count: 1 << width)
      var code = 0
      for length in 1..<16 {
        for (symbol, own) in lengths.enumerated() where Int(own) == length {
          guard code < 1 << length else {
            isPossible = false
            return
          }
          // Codes are read from the lowest bit on, so they are stored backwards.
          var reversed = 0
          for bit in 0..<length where code >> bit & 1 == 1 { reversed |= 1 << (length - 1 - bit) }
          for place in stride(from: reversed, to: 1 << width, by: 1 << length) {
            entries[place] = UInt16(symbol << 4 | length)
          }
          code += 1
        }
        code <<= 1
      }
    }
  }

  private struct Stream {
    private let bytes: [UInt8]
    private var position: Int
    private let end: Int
    private let start: Int
    private let limit: Int
    private let format: String
    private var bits: UInt64 = 0
    private var bitCount = 0
    var output: [UInt8] = []

    init(_ bytes: [UInt8], _ range: Range<Int>, limit: Int, format: String) {
      self.bytes = bytes
      self.limit = limit
      self.format = format
      start = range.lowerBound
      position = range.lowerBound
      end = min(range.upperBound, bytes.count)
      // What a header claims is no reason to take memory: deflate packs at most 1032 to 1.
      output.reserveCapacity(min(limit, range.count.multipliedReportingOverflow(by: 1032).partialValue))
    }

    mutating func run() throws(TensorError) {
      while true {
        let isLast = try take(1) == 1
        switch try take(2) {
        case 0: try stored()
        case 1: try block(Inflate.fixedLiterals, Inflate.fixedDistances)
        case 2:
          let (literals, distances) = try dynamicCodes()
          try block(literals, distances)
        default: throw damage("a block of an unknown kind")
        }
        if isLast { return }
        try Interruption.check()
      }
    }

    private func damage(_ fact: String) -> TensorError { .format(format, "\(fact) at byte \(position)") }

    private mutating func fill() {
      while bitCount <= 48, position < end {
        bits |= UInt64(bytes[position]) << UInt64(bitCount)
        position += 1
        bitCount += 8
      }
    }

    private mutating func take(_ count: Int) throws(TensorError) -> Int {
      if bitCount < count { fill() }
      guard bitCount >= count else { throw .truncated(format, at: position, needed: 1, of: end) }
      let value = Int(bits & (1 << UInt64(count) - 1))
      bits >>= UInt64(count)
      bitCount -= count
      return value
    }

    @inline(__always)
    private mutating func symbol(_ code: Code) throws(TensorError) -> Int {
      if bitCount < 15 { fill() }
      let entry = code.entries[Int(bits & (1 << UInt64(code.width) - 1))]
      let length = Int(entry & 15)
      guard length > 0 else { throw damage("bits that begin no symbol") }
      guard length <= bitCount else { throw .truncated(format, at: position, needed: 1, of: end) }
      bits >>= UInt64(length)
      bitCount -= length
      return Int(entry >> 4)
    }

    private mutating func stored() throws(TensorError) {
      // Whole bytes that were read ahead go back.
      position -= bitCount / 8
      bits = 0
      bitCount = 0
      var reader = ByteReader(bytes, from: position, to: end, format: format)
      let count = try reader.size(UInt16.self)
      guard try reader.size(UInt16.self) == ~count & 0xffff else { throw damage("a stored block of a wrong length") }
      let range = try reader.take(count)
      guard output.count + count <= limit else { throw damage("more content than announced") }
      output += bytes[range]
      position = reader.position
    }

    private mutating func dynamicCodes() throws(TensorError) -> (Code, Code) {
      let literalCount = try take(5) + 257
      let distanceCount = try take(5) + 1
      let lengthCount = try take(4) + 4
      var lengths = [UInt8](repeating: 0, count: 19)
      for i in 0..<lengthCount { lengths[Inflate.lengthOrder[i]] = UInt8(try take(3)) }
      let code = Code(lengths)
      guard code.isPossible else { throw damage("a code that cannot be") }
      var all: [UInt8] = []
      while all.count < literalCount + distanceCount {
        let symbol = try symbol(code)
        switch symbol {
        case 0..<16: all.append(UInt8(symbol))
        case 16:
          guard let last = all.last else { throw damage("a repetition of nothing") }
          all += [UInt8](repeating: last, count: try take(2) + 3)
        case 17: all += [UInt8](repeating: 0, count: try take(3) + 3)
        default: all += [UInt8](repeating: 0, count: try take(7) + 11)
        }
      }
      let literals = Code(Array(all.prefix(literalCount)))
      let distances = Code(Array(all.dropFirst(literalCount)))
      guard all.count == literalCount + distanceCount, literals.isPossible, distances.isPossible else {
        throw damage("a code that cannot be")
      }
      return (literals, distances)
    }

    private mutating func block(_ literals: Code, _ distances: Code) throws(TensorError) {
      while true {
        let value = try symbol(literals)
        if value < 256 {
          guard output.count < limit else { throw damage("more content than announced") }
          output.append(UInt8(value))
          continue
        }
        if value == 256 { return }
        guard value < 286 else { throw damage("a length that cannot be") }
        let count = Inflate.lengths[value - 257] + (try take(Inflate.lengthBits[value - 257]))
        let index = try symbol(distances)
        guard index < 30 else { throw damage("a distance that cannot be") }
        let distance = Inflate.distances[index] + (try take(Inflate.distanceBits[index]))
        guard distance <= output.count else { throw damage("a distance beyond the beginning") }
        guard output.count + count <= limit else { throw damage("more content than announced") }
        for _ in 0..<count { output.append(output[output.count - distance]) }
      }
    }
  }

  /// RFC 1951, 3.2.6: the codes of blocks that bring none of their own.
  private static let fixedLiterals = Code((0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = Code([UInt8](repeating: 5, count: 30))

  /// RFC 1951, 3.2.7: the order in which the lengths of the code of lengths are written.
  private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// RFC 1951, 3.2.5: extra bits of each length symbol, and the first length it stands for.
  private static let lengthBits = (0..<29).map { $0 == 28 || $0 < 8 ? 0 : $0 / 4 - 1 }
  private static let lengths = firsts(of: Array(lengthBits.dropLast()), from: 3) + [258]

  /// The same of the distances.
  private static let distanceBits = (0..<30).map { $0 < 4 ? 0 : $0 / 2 - 1 }
  private static let distances = firsts(of: distanceBits, from: 1)

  private static func firsts(of bits: [Int], from start: Int) -> [Int] {
    var next = start
    return bits.map { extra in
      defer { next += 1 << extra }
      return next
    }
  }
}
