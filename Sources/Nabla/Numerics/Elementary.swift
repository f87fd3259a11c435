internal import CKernels

/// Elementary functions of single numbers, with the bits that tensors of Float64 get: the C library's differ from system to
/// system, and from processor to processor.
enum Elementary {
  static func cos(_ x: Double) -> Double { nk_value(.cos, x) }
  static func sin(_ x: Double) -> Double { nk_value(.sin, x) }
  /// ln(1 + x).
  static func log1p(_ x: Double) -> Double { nk_value(.log1p, x) }
  static func power(_ base: Double, _ exponent: Double) -> Double { nk_value_of_two(.pow, base, exponent) }
}
