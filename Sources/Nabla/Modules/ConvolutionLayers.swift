/// Filters that slide over images: [batch, channels, height, width] to [batch, filters, height′, width′].
public final class Conv2d: Module, CustomStringConvertible {
  /// The filters, of shape [filters, channels / groups, kernel, kernel].
  public let weight: Tensor
  /// One number for each filter, or nil.
  public let bias: Tensor?
  /// By how much a filter moves.
  public let stride: Int
  /// How many zeros are put around the image.
  public let padding: Int
  /// How far the elements of a filter lie apart.
  public let dilation: Int
  /// Into how many parts the channels are divided, each with filters of its own.
  public let groups: Int

  /// A layer from `inputs` to `outputs` channels by filters of `kernel` × `kernel`.
  public init(
    _ inputs: Int, _ outputs: Int, _ kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
    groups: Int = 1, bias: Bool = true, dtype: DType = .float32
  ) {
    let channels = groups > 0 ? inputs / groups : 0
    let fanIn = channels &* kernel &* kernel
    weight = Initialization.weight([outputs, channels, kernel, kernel], fanIn: fanIn, dtype: dtype)
    self.bias = bias ? Initialization.bias(outputs, fanIn: fanIn, dtype: dtype) : nil
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
  }

  /// The filtered images.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    conv2d(x, weight, bias: bias, stride: stride, padding: padding, dilation: dilation, groups: groups)
  }

  /// Conv2d(inputs, outputs, kernel).
  public var description: String {
    let shape = weight.shape
    guard shape.count == 4 else { return "Conv2d" }
    return "Conv2d(\(shape[1] * groups), \(shape[0]), \(shape[2]), stride: \(stride), padding: \(padding))"
  }
}

/// Filters that slide over sequences: [batch, channels, length] to [batch, filters, length′].
public final class Conv1d: Module, CustomStringConvertible {
  /// The filters, of shape [filters, channels / groups, kernel].
  public let weight: Tensor
  /// One number for each filter, or nil.
  public let bias: Tensor?
  /// By how much a filter moves.
  public let stride: Int
  /// How many zeros are put at both ends.
  public let padding: Int
  /// How far the elements of a filter lie apart.
  public let dilation: Int
  /// Into how many parts the channels are divided, each with filters of its own.
  public let groups: Int

  /// A layer from `inputs` to `outputs` channels by filters of length `kernel`.
  public init(
    _ inputs: Int, _ outputs: Int, _ kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
    groups: Int = 1, bias: Bool = true, dtype: DType = .float32
  ) {
    let channels = groups > 0 ? inputs / groups : 0
    weight = Initialization.weight([outputs, channels, kernel], fanIn: channels &* kernel, dtype: dtype)
    self.bias = bias ? Initialization.bias(outputs, fanIn: channels &* kernel, dtype: dtype) : nil
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
  }

  /// The filtered sequences.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    conv1d(x, weight, bias: bias, stride: stride, padding: padding, dilation: dilation, groups: groups)
  }

  /// Conv1d(inputs, outputs, kernel).
  public var description: String {
    let shape = weight.shape
    guard shape.count == 3 else { return "Conv1d" }
    return "Conv1d(\(shape[1] * groups), \(shape[0]), \(shape[2]), stride: \(stride), padding: \(padding))"
  }
}

/// The greatest element of each window.
public struct MaxPool2d: Module, CustomStringConvertible {
  /// The height and width of a window.
  public let kernel: Int
  /// By how much a window moves.
  public let stride: Int
  /// How far windows reach over the edge.
  public let padding: Int

  /// The module; windows lie side by side unless a stride is given.
  public init(_ kernel: Int, stride: Int? = nil, padding: Int = 0) {
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.padding = padding
  }

  /// The greatest element of each window of x.
  public func callAsFunction(_ x: Tensor) -> Tensor { maxPool2d(x, kernel, stride: stride, padding: padding) }

  /// MaxPool2d(kernel).
  public var description: String { "MaxPool2d(\(kernel), stride: \(stride), padding: \(padding))" }
}

/// The mean of each window.
public struct AvgPool2d: Module, CustomStringConvertible {
  /// The height and width of a window.
  public let kernel: Int
  /// By how much a window moves.
  public let stride: Int
  /// How far windows reach over the edge, where they see zeros.
  public let padding: Int

  /// The module; windows lie side by side unless a stride is given.
  public init(_ kernel: Int, stride: Int? = nil, padding: Int = 0) {
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.padding = padding
  }

  /// The mean of each window of x.
  public func callAsFunction(_ x: Tensor) -> Tensor { avgPool2d(x, kernel, stride: stride, padding: padding) }

  /// AvgPool2d(kernel).
  public var description: String { "AvgPool2d(\(kernel), stride: \(stride), padding: \(padding))" }
}
