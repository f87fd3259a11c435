/// The format of MNIST and its kin: a magic number, the sizes, the elements, most significant byte first.
enum IDXFile {
  static func read(_ bytes: [UInt8]) throws(TensorError) -> Tensor {
    var reader = ByteReader(bytes, format: "IDX")
    guard try reader.integer(UInt16.self) == 0 else { throw .format("IDX", "it does not begin with two zero bytes") }
    let (type, rank) = (try reader.integer(UInt8.self), Int(try reader.integer(UInt8.self)))
    let format: ElementFormat? =
      switch type {
      case 0x08: ElementFormat(.unsigned, 1)
      case 0x09: ElementFormat(.signed, 1)
      case 0x0B: ElementFormat(.signed, 2, isBigEndian: true)
      case 0x0C: ElementFormat(.signed, 4, isBigEndian: true)
      case 0x0D: ElementFormat(.real, 4, isBigEndian: true)
      case 0x0E: ElementFormat(.real, 8, isBigEndian: true)
      default: nil
      }
    guard let format else { throw .elementType("IDX", "\(type)") }
    var sizes: [Int] = []
    for _ in 0..<rank { sizes.append(try reader.size(UInt32.self, isBigEndian: true)) }
    return try format.tensor(&reader, try Shape(checking: sizes), format: "IDX")
  }
}
