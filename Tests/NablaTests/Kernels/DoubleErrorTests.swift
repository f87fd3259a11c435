import CKernels
import FoundationEssentials
import Testing

/// Functions of Float64 beside their true values, which doubles.py finds: at the ends of the range, around every change of
/// method, next to multiples of π/2, and at random.
struct DoubleErrorTests {
  struct Function: CustomTestStringConvertible, Sendable {
    let name: String
    /// The arguments, the double near the value, and by how many units in the last place the value is above that.
    var values: [(arguments: [Double], nearest: Double, rest: Double)] = []
    var testDescription: String { name }
  }

  static let functions: [Function] = {
    let path = #filePath.replacing("DoubleErrorTests.swift", with: "doubles.txt")
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    var functions: [Function] = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().compactMap { Double($0) }
      guard numbers.count == words.count - 1, numbers.count > 2 else { return [] }
      if functions.last?.name != String(words[0]) { functions.append(Function(name: String(words[0]))) }
      functions[functions.count - 1].values.append(
        (Array(numbers.dropLast(2)), numbers[numbers.count - 2], numbers[numbers.count - 1]))
    }
    return functions
  }()

  /// What needs no table: exact, or rounded once, or composed of the others.
  static let others: Set<String> = [
    "neg", "abs", "sign", "sqrt", "rsqrt", "square", "reciprocal", "logSigmoid", "relu", "relu6", "leakyRelu", "elu",
    "selu", "gelu", "geluTanh", "silu", "mish", "softplus", "softsign", "hardsigmoid", "hardswish", "clamp", "floor",
    "ceil", "round", "trunc", "identity", "add", "sub", "mul", "div", "maximum", "minimum", "fmod", "remainder",
    "logaddexp",
  ]

  @Test func everyFunctionHasValues() {
    let names = Set(KernelCases.unaries.map(KernelCases.name)).union(KernelCases.binaries.map(KernelCases.name))
    #expect(Set(Self.functions.map(\.name)) == names.subtracting(Self.others))
  }

  @Test(arguments: functions)
  func errorIsBelowOneUnit(_ function: Function) throws {
    let unary = KernelCases.unaries.first { KernelCases.name($0) == function.name }
    let binary = KernelCases.binaries.first { KernelCases.name($0) == function.name }
    for (arguments, nearest, rest) in function.values {
      let got =
        arguments.count == 1
        ? nk_value(try #require(unary), arguments[0])
        : nk_value_of_two(try #require(binary), arguments[0], arguments[1])
      let error = abs((got - nearest) / nearest.ulp - rest)
      #expect(error < 1, "\(function.name) of \(arguments) is \(got), not \(nearest)")
    }
  }

  /// The remainder is exact: the C library's, which is bound to be, says the same.
  @Test(arguments: [NKType.F32, .F64])
  func remaindersAreExact(_ type: NKType) {
    let count = 4000
    let a = Floats(type, numbers(count, seed: 3).map { $0 * 0x1p20 }), b = Floats(type, wildNumbers(count, seed: 8))
    for i in stride(from: 0, to: count, by: 5) { a[i] = b[i] * Double(i) }
    let y = Floats(type, count)
    nk_binary(.fmod, type, count, a.memory, b.memory, y.memory)
    for i in 0..<count {
      let want = a[i].truncatingRemainder(dividingBy: b[i])
      #expect(y[i] == want && y[i].sign == want.sign || want.isNaN && y[i].isNaN, "\(a[i]) by \(b[i]): \(y[i]), not \(want)")
    }
  }
}
