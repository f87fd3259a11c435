package import CKernels

/// The type of a tensor's elements.
///
/// An operation on two types gives the wider of them in the order `bool`, `int64`, `float32`, `float64`; a tensor
/// without dimensions and a plain number widen another tensor only into a new kind (integer to floating point).
public enum DType: CaseIterable, Equatable, Hashable, Sendable, CustomStringConvertible {
  /// True or false, one byte.
  case bool
  /// A signed integer of 64 bits.
  case int64
  /// An IEEE 754 number of 32 bits: about 7 decimal digits.
  case float32
  /// An IEEE 754 number of 64 bits: about 16 decimal digits.
  case float64

  /// The name as PyTorch prints it without its prefix: `float32`.
  public var description: String {
    switch self {
    case .bool: "bool"
    case .int64: "int64"
    case .float32: "float32"
    case .float64: "float64"
    }
  }

  /// Whether gradients can flow through elements of this type.
  public var isFloatingPoint: Bool { self == .float32 || self == .float64 }

  /// The size of one element in bytes.
  public var byteCount: Int {
    switch self {
    case .bool: 1
    case .float32: 4
    case .int64, .float64: 8
    }
  }

  /// The name of the type in the kernels.
  package var kernel: NKType {
    switch self {
    case .bool: .bool
    case .int64: .I64
    case .float32: .F32
    case .float64: .F64
    }
  }

  /// The place in the order of promotion.
  private var width: Int {
    switch self {
    case .bool: 0
    case .int64: 1
    case .float32: 2
    case .float64: 3
    }
  }

  /// The kind that decides whether a number without dimensions may widen a tensor: truth value, integer, real.
  private var kind: Int {
    switch self {
    case .bool: 0
    case .int64: 1
    case .float32, .float64: 2
    }
  }

  /// The type in which two operands meet.
  package static func promoted(_ a: DType, rank aRank: Int, _ b: DType, rank bRank: Int) -> DType {
    if a == b { return a }
    if (aRank == 0) != (bRank == 0) {
      let (array, scalar) = aRank == 0 ? (b, a) : (a, b)
      return scalar.kind > array.kind ? scalar : array
    }
    return a.width >= b.width ? a : b
  }
}
