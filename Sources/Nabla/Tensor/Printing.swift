#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

extension Tensor: CustomStringConvertible {
  /// The elements as PyTorch prints them: four digits, a common width, and of large tensors the corners.
  public var description: String { TensorText(self).text }
}

/// The text of a tensor, by the rules of PyTorch's `torch/_tensor_str.py` with its default options.
private struct TensorText {
  private static let precision = 4
  private static let threshold = 1000
  private static let edgeItems = 3
  private static let lineWidth = 80

  private let tensor: Tensor
  private let values: [Double]
  private let integers: [Int]
  private let isSummarized: Bool

  // The common format of the elements.
  private var width = 1
  private var isWhole = true
  private var isScientific = false

  init(_ tensor: Tensor) {
    self.tensor = tensor
    isSummarized = tensor.count > TensorText.threshold
    let node = tensor.node
    // Elements that are printed decide the format; of a large tensor only the corners are read.
    let corners = isSummarized ? TensorText.corners(node) : node
    let isInteger = tensor.dtype == .int64
    values = isInteger ? [] : (try? corners.doubles()) ?? []
    integers = isInteger ? Tensor(corners).toIntArray() : []
    chooseFormat()
  }

  /// The first and last three of each dimension.
  private static func corners(_ node: Node) -> Node {
    var result = Tensor(node)
    for dim in 0..<node.shape.rank where node.shape[dim] > 2 * edgeItems {
      let first = Tensor(try? result.node.sliced(dim, start: 0, step: 1, count: edgeItems))
      let last = Tensor(
        try? result.node.sliced(dim, start: node.shape[dim] - edgeItems, step: 1, count: edgeItems))
      result = noGrad { concatenated([first, last], dim) }
    }
    return result.node
  }

  private mutating func chooseFormat() {
    switch tensor.dtype {
    case .bool: width = values.map { $0 == 0 ? 5 : 4 }.max() ?? 1
    case .int64: width = integers.map { String($0).utf8.count }.max() ?? 1
    case .float32, .float64:
      let finite = values.filter { $0.isFinite && $0 != 0 }
      guard let greatest = finite.map(\.magnitude).max(), let least = finite.map(\.magnitude).min() else { return }
      isWhole = finite.allSatisfy { $0 == $0.rounded(.up) }
      isScientific = greatest / least > 1000 || greatest > 1e8 || (!isWhole && least < 1e-4)
      width = finite.map { format(number: $0).utf8.count }.max() ?? 1
    }
  }

  private func format(number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    if isScientific { return printed("%.\(TensorText.precision)e", number) }
    if isWhole { return printed("%.0f", number) + "." }
    return printed("%.\(TensorText.precision)f", number)
  }

  private func element(_ index: Int) -> String {
    let text = switch tensor.dtype {
    case .bool: values[index] == 0 ? "False" : "True"
    case .int64: String(integers[index])
    case .float32, .float64: format(number: values[index])
    }
    return String(repeating: " ", count: max(width - text.utf8.count, 0)) + text
  }

  private func printed(_ format: String, _ value: Double) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      _ = withVaList([value]) { vsnprintf(base, buffer.count, format, $0) }
      return String(cString: base)
    }
  }

  var text: String {
    let prefix = "tensor("
    var suffixes: [String] = []
    let shape = tensor.node.shape
    var body: String
    if tensor.count == 0 {
      body = "[]"
      if shape.rank != 1 {
        let sizes = shape.array.map(String.init).joined(separator: ", ")
        suffixes.append("size=(\(sizes))")
      }
      if tensor.dtype != .float32 { suffixes.append("dtype=\(tensor.dtype)") }
    } else {
      var next = 0
      body = lines(0, indent: prefix.count, next: &next)
      if tensor.dtype == .float64 { suffixes.append("dtype=float64") }
    }
    if let operation = tensor.node.operation {
      suffixes.append("grad_fn=<\(operation.backwardName)>")
    } else if tensor.requiresGrad {
      suffixes.append("requires_grad=True")
    }
    body = prefix + body
    // As PyTorch counts it: one more than the length of the last line.
    let lastBreak = body.lastIndex(of: "\n").map { body.distance(from: body.startIndex, to: $0) } ?? -1
    var lastLine = body.count - lastBreak + 1
    for suffix in suffixes {
      if lastLine + suffix.count + 2 > TensorText.lineWidth {
        body += ",\n" + String(repeating: " ", count: prefix.count) + suffix
        lastLine = prefix.count + suffix.count
      } else {
        body += ", " + suffix
        lastLine += suffix.count + 2
      }
    }
    return body + ")"
  }

  /// The text of dimension `dim` from the element `next` on.
  private func lines(_ dim: Int, indent: Int, next: inout Int) -> String {
    let shape = tensor.node.shape
    if shape.rank == 0 {
      next += 1
      return element(0)
    }
    let size = shape[dim]
    let isCut = isSummarized && size > 2 * TensorText.edgeItems
    let shown = isCut ? 2 * TensorText.edgeItems : size
    let separator = "\n" + String(repeating: " ", count: indent + 1)
    if dim == shape.rank - 1 {
      var parts: [String] = []
      for i in 0..<shown {
        if isCut, i == TensorText.edgeItems { parts.append(" ...") }
        parts.append(element(next))
        next += 1
      }
      let perLine = max(1, (TensorText.lineWidth - indent) / (width + 2))
      var rows: [String] = []
      var start = 0
      while start < parts.count {
        rows.append(parts[start..<min(start + perLine, parts.count)].joined(separator: ", "))
        start += perLine
      }
      return "[" + rows.joined(separator: "," + separator) + "]"
    }
    var parts: [String] = []
    for i in 0..<shown {
      if isCut, i == TensorText.edgeItems { parts.append("...") }
      parts.append(lines(dim + 1, indent: indent + 1, next: &next))
    }
    let gap = "," + String(repeating: "\n", count: shape.rank - dim - 1) + String(repeating: " ", count: indent + 1)
    return "[" + parts.joined(separator: gap) + "]"
  }
}

extension Tensor {
  fileprivate init(_ node: Node?) { self = node.map { Tensor($0) } ?? .fallback }
}

extension Operation {
  /// The name as PyTorch writes it after `grad_fn=`.
  fileprivate var backwardName: String {
    let stem = name.hasSuffix("Scalar") ? String(name.dropLast("Scalar".count)) : name
    return stem.prefix(1).uppercased() + stem.dropFirst() + "Backward0"
  }
}
