/// Archives in the zip format whose files are stored without compression.
enum ZipArchive {
  private static let localHeader: UInt32 = 0x0403_4b50
  private static let centralHeader: UInt32 = 0x0201_4b50
  private static let endRecord: UInt32 = 0x0605_4b50

  /// The files of an archive, by way of its central directory.
  static func entries(
    _ bytes: [UInt8], _ path: String
  ) throws(TensorError) -> [(name: String, bytes: ArraySlice<UInt8>)] {
    func number(_ at: Int, _ width: Int) -> Int {
      guard at >= 0, at + width <= bytes.count else { return 0 }
      return (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    // The end record stands last, before a comment of at most 65,535 bytes.
    var end = bytes.count - 22
    while end >= 0, end >= bytes.count - 22 - 65_535, number(end, 4) != Int(endRecord) { end -= 1 }
    guard end >= 0, number(end, 4) == Int(endRecord) else { throw .file(path, "is not a zip archive") }
    var at = number(end + 16, 4)
    var entries: [(name: String, bytes: ArraySlice<UInt8>)] = []
    for _ in 0..<number(end + 10, 2) {
      guard number(at, 4) == Int(centralHeader) else { throw .file(path, "has a broken directory") }
      let (method, size, nameLength) = (number(at + 10, 2), number(at + 24, 4), number(at + 28, 2))
      let local = number(at + 42, 4)
      guard at + 46 + nameLength <= bytes.count else { throw .file(path, "has a broken directory") }
      let name = String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
      guard method == 0 else {
        throw .file(path, "\(name) is compressed; write it with numpy.savez, not numpy.savez_compressed")
      }
      let data = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      guard number(local, 4) == Int(localHeader), data + size <= bytes.count else {
        throw .file(path, "\(name) is cut off")
      }
      entries.append((name: name, bytes: bytes[data..<(data + size)]))
      at += 46 + nameLength + number(at + 30, 2) + number(at + 32, 2)
    }
    return entries
  }

  /// The bytes of an archive of these files.
  static func archive(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    func little(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(value >> (8 * $0) & 255) } }
    var (result, directory): ([UInt8], [UInt8]) = ([], [])
    for entry in entries {
      let name = Array(entry.name.utf8)
      // Version 2.0, no flags, stored, the first day of the format's calendar, checksum and both sizes.
      let common = little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(33, 2)
        + little(Int(checksum(entry.bytes)), 4) + little(entry.bytes.count, 4) + little(entry.bytes.count, 4)
        + little(name.count, 2) + little(0, 2)
      let offset = result.count
      result += little(Int(localHeader), 4) + common + name + entry.bytes
      directory += little(Int(centralHeader), 4) + little(20, 2) + common + little(0, 2) + little(0, 2)
        + little(0, 2) + little(0, 4) + little(offset, 4) + name
    }
    let start = result.count
    result += directory
    result += little(Int(endRecord), 4) + little(0, 2) + little(0, 2) + little(entries.count, 2)
      + little(entries.count, 2) + little(directory.count, 4) + little(start, 4) + little(0, 2)
    return result
  }

  /// CRC-32 of the zip format (polynomial 0xEDB88320).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xffff_ffff
    for byte in bytes { crc = table[Int((crc ^ UInt32(byte)) & 255)] ^ (crc >> 8) }
    return ~crc
  }

  private static let table: [UInt32] = (0..<256).map { i in
    (0..<8).reduce(UInt32(i)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
  }
}
