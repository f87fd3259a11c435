internal import Rendering

/// The zip format (PKWARE's APPNOTE), as far as `.npz` needs it: entries stored or deflated, below 4 GiB.
struct ZipArchive {
  struct Entry {
    var name: String
    var content: [UInt8]
  }

  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4b, 3, 4]) || isEmpty(bytes) }
  private static func isEmpty(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4b, 5, 6]) }

  /// The entries in the order of the archive's directory, unpacked and their checksums compared.
  static func read(_ bytes: [UInt8]) throws(TensorError) -> [Entry] {
    guard var position = end(of: bytes) else {
      throw .format("zip", "its directory is missing. Was the download complete?")
    }
    var trailer = ByteReader(bytes, from: position + 10, format: "zip")
    let count = try trailer.size(UInt16.self)
    _ = try trailer.take(4)
    position = try trailer.size(UInt32.self)
    guard count != 0xffff, position != 0xffff_ffff else {
      throw .format("zip", "archives of 4 GiB and more are not read")
    }
    var directory = ByteReader(bytes, from: position, format: "zip")
    var entries: [Entry] = []
    for _ in 0..<count { entries.append(try entry(&directory, bytes)) }
    return entries
  }

  /// Where the record at the end begins; a comment may follow it.
  private static func end(of bytes: [UInt8]) -> Int? {
    var position = bytes.count - 22
    while position >= max(bytes.count - 22 - 0xffff, 0) {
      if bytes[position...].starts(with: [0x50, 0x4b, 5, 6]) { return position }
      position -= 1
    }
    return nil
  }

  private static func entry(_ directory: inout ByteReader, _ bytes: [UInt8]) throws(TensorError) -> Entry {
    guard try directory.integer(UInt32.self) == 0x0201_4b50 else { throw .format("zip", "its directory is damaged") }
    _ = try directory.take(4)
    let flags = try directory.integer(UInt16.self)
    let method = try directory.integer(UInt16.self)
    _ = try directory.take(4)
    let checksum = try directory.integer(UInt32.self)
    let packed = try directory.size(UInt32.self)
    let size = try directory.size(UInt32.self)
    let (nameLength, extraLength) = (try directory.size(UInt16.self), try directory.size(UInt16.self))
    let commentLength = try directory.size(UInt16.self)
    _ = try directory.take(8)
    let offset = try directory.size(UInt32.self)
    let name = try directory.text(nameLength)
    _ = try directory.take(extraLength + commentLength)
    guard flags & 1 == 0 else { throw .format("zip", "\(name) is encrypted") }
    guard packed != 0xffff_ffff, size != 0xffff_ffff, offset != 0xffff_ffff else {
      throw .format("zip", "\(name) is of 4 GiB or more, which is not read")
    }
    var local = ByteReader(bytes, from: offset, format: "zip")
    guard try local.integer(UInt32.self) == 0x0403_4b50 else {
      throw .format("zip", "\(name) is not where it should be")
    }
    _ = try local.take(22)
    let gap = try local.size(UInt16.self) + (try local.size(UInt16.self))
    _ = try local.take(gap)
    let range = try local.take(packed)
    let content: [UInt8]
    switch method {
    case 0: content = Array(bytes[range])
    case 8: content = try Inflate.unpack(bytes, in: range, limit: size, format: "zip")
    default: throw .format("zip", "\(name) is packed by method \(method); only stored and deflated entries are read")
    }
    guard content.count == size, CRC32.checksum(content) == checksum else { throw .damaged("zip", name) }
    return Entry(name: name, content: content)
  }

  /// An archive of stored entries, the bytes that Python's `zipfile` makes of them. They have no time, so that the same
  /// tensors make the same file.
  static func bytes(_ entries: [Entry]) throws(TensorError) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      guard let size = UInt32(exactly: entry.content.count), let offset = UInt32(exactly: file.count),
        let nameLength = UInt16(exactly: entry.name.utf8.count), entries.count < 0xffff, size < .max, offset < .max
      else { throw .archiveTooLarge }
      var common: [UInt8] = []
      // Version 2.0, a flag for names in UTF-8, stored, midnight of 1 January 1980.
      let isASCII = entry.name.utf8.allSatisfy { $0 < 128 }
      for field in [20, isASCII ? 0 : 0x800, 0, 0, 0x21] as [UInt16] { common.append(littleEndian: field) }
      for field in [CRC32.checksum(entry.content), size, size] { common.append(littleEndian: field) }
      common.append(littleEndian: nameLength)
      common.append(littleEndian: 0 as UInt16)
      file.append(littleEndian: 0x0403_4b50 as UInt32)
      file += common + entry.name.utf8 + entry.content
      directory.append(littleEndian: 0x0201_4b50 as UInt32)
      // Made by version 2.0 on Unix.
      directory.append(littleEndian: 0x314 as UInt16)
      directory += common
      directory += [UInt8](repeating: 0, count: 6)
      // Its owner may read and write the file.
      directory.append(littleEndian: 0o600 << 16 as UInt32)
      directory.append(littleEndian: offset)
      directory += Array(entry.name.utf8)
    }
    guard let start = UInt32(exactly: file.count), start < .max else { throw .archiveTooLarge }
    file += directory
    file.append(littleEndian: 0x0605_4b50 as UInt32)
    file.append(littleEndian: 0 as UInt32)
    for _ in 0..<2 { file.append(littleEndian: UInt16(truncatingIfNeeded: entries.count)) }
    file.append(littleEndian: UInt32(truncatingIfNeeded: directory.count))
    file.append(littleEndian: start)
    file.append(littleEndian: 0 as UInt16)
    return file
  }
}
