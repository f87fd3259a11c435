package import CKernels

/// The dimensions of a reduction, and how the kernels see them.
package struct ReducedDimensions {
  /// Bit i is set when dimension i is reduced.
  package let mask: Int
  package let keepDim: Bool
  /// The shape of the result.
  package let result: Shape
  /// The shape of the result with the reduced dimensions kept at size 1.
  package let kept: Shape
  /// How many elements go into one.
  package let count: Int

  /// - Parameter dims: nil or empty for all.
  package init(_ shape: Shape, dims: [Int]?, keepDim: Bool, operation: String) throws(TensorError) {
    var mask = 0
    if let dims, !dims.isEmpty {
      for dim in dims {
        let d = try shape.dimension(dim, operation: operation)
        guard mask & (1 << d) == 0 else { throw .repeatedDimension(operation, dims) }
        mask |= 1 << d
      }
    } else {
      mask = (1 << max(shape.rank, 1)) - 1
    }
    self.init(shape, mask: mask, keepDim: keepDim)
  }

  package init(_ shape: Shape, mask: Int, keepDim: Bool) {
    var (result, kept, count) = (Shape(), shape, 1)
    for i in 0..<shape.rank {
      if mask & (1 << i) != 0 {
        count &*= shape[i]
        kept[i] = 1
        if keepDim { result.append(1) }
      } else {
        result.append(shape[i])
      }
    }
    self.mask = mask
    self.keepDim = keepDim
    self.result = result
    self.kept = kept
    self.count = count
  }

  /// The elements of x so that the reduced dimensions are neighbours, and the sizes before, of, and after them.
  package func lines(of x: Node) throws(TensorError) -> (values: Node, outer: Int, axis: Int, inner: Int) {
    let shape = x.shape
    let reduced = (0..<shape.rank).filter { mask & (1 << $0) != 0 }
    guard let first = reduced.first, let last = reduced.last else { return (try x.contiguous(), x.count, 1, 1) }
    if last - first + 1 == reduced.count {
      return (
        try x.contiguous(), shape.count(in: 0..<first), shape.count(in: first..<(last + 1)),
        shape.count(in: (last + 1)..<shape.rank)
      )
    }
    var (sizes, strides) = (Shape(), Shape())
    for i in 0..<shape.rank where mask & (1 << i) == 0 {
      sizes.append(shape[i])
      strides.append(x.strides[i])
    }
    for i in reduced {
      sizes.append(shape[i])
      strides.append(x.strides[i])
    }
    let moved = Node(viewOf: x, shape: sizes, strides: strides, offset: x.offset)
    return (try moved.contiguous(), result.count, count, 1)
  }
}

/// One number of each line of elements; `attributes.i` is the mask of the reduced dimensions.
package final class Reduction: Operation, @unchecked Sendable {
  private let kernel: NKReduce
  private let acceptsIntegers: Bool
  private let needsElements: Bool
  private let rule: @Sendable (Line) -> Tensor

  /// What a rule is given: the input, and result and gradient with the reduced dimensions kept at size 1.
  package struct Line {
    package let step: Step
    package let dimensions: ReducedDimensions
    package let y: Tensor
    package let gradient: Tensor
    package var x: Tensor { step.input(0) }
    package var dims: [Int] { (0..<x.rank).filter { dimensions.mask & (1 << $0) != 0 } }
  }

  package init(
    _ kernel: NKReduce, _ name: String, formula: String, partial: String, domain: GradientCase.Domain = .real,
    acceptsIntegers: Bool = false, needsElements: Bool = false, rule: @escaping @Sendable (Line) -> Tensor
  ) {
    self.kernel = kernel
    self.acceptsIntegers = acceptsIntegers
    self.needsElements = needsElements
    self.rule = rule
    let box = Box()
    let dims: [[Int]?] = [nil, [0], [1], [-1], [0, 2], [0, 1]]
    var cases = dims.map { dims in
      GradientCase("\(dims ?? [])", .init(shape: [2, 3, 4], domain: domain)) { inputs in
        box.operation?.apply(inputs[0], dims, false) ?? inputs[0]
      }
    }
    cases.append(
      GradientCase("kept", .init(shape: [3, 2], domain: domain)) { inputs in
        box.operation?.apply(inputs[0], [1], true) ?? inputs[0]
      })
    cases.append(
      GradientCase("a number", .init(shape: [], domain: domain)) { inputs in
        box.operation?.apply(inputs[0], nil, false) ?? inputs[0]
      })
    super.init(name, formula: formula, partials: [partial], cases: cases)
    box.operation = self
  }

  private final class Box: @unchecked Sendable {
    /// Operations live as long as the program. A weak reference would make every other reference to one slow.
    unowned(unsafe) var operation: Reduction?
  }

  package func apply(_ x: Tensor, _ dims: [Int]?, _ keepDim: Bool) -> Tensor {
    attempt { () throws(TensorError) in try forward(x.node, dims, keepDim) }
  }

  package func forward(_ x: Node, _ dims: [Int]?, _ keepDim: Bool) throws(TensorError) -> Node {
    var x = x
    if !x.dtype.isFloatingPoint {
      guard acceptsIntegers else { throw .needsFloat(name, x.dtype) }
      x = try x.converted(to: .int64)
    }
    let dimensions = try ReducedDimensions(x.shape, dims: dims, keepDim: keepDim, operation: name)
    if needsElements, dimensions.count == 0 { throw .empty(name, x.shape) }
    return try forward(x, dimensions)
  }

  package func forward(_ x: Node, _ dimensions: ReducedDimensions) throws(TensorError) -> Node {
    let key = Replay.Key(0, 0, dimensions.mask << 1 | (dimensions.keepDim ? 1 : 0))
    if let planned = Replay.take(self, x, key: key) { return planned }
    let (values, outer, axis, inner) = try dimensions.lines(of: x)
    let result = try Node.make(dimensions.result, x.dtype)
    nk_reduce(kernel, x.dtype.kernel, outer, axis, inner, values.pointer, result.pointer, 0)
    result.attributes.i = dimensions.mask
    result.attributes.j = dimensions.keepDim ? 1 : 0
    return try result.made(by: self, from: x)
  }

  package override func backward(_ step: Step) {
    guard let input = step.node.input0 else { return }
    let attributes = step.node.attributes
    let dimensions = ReducedDimensions(input.shape, mask: attributes.i, keepDim: attributes.j != 0)
    let line = Line(
      step: step, dimensions: dimensions, y: step.output.reshaped(to: dimensions.kept),
      gradient: step.gradient.reshaped(to: dimensions.kept))
    let share = rule(line)
    step.give(
      0, share.node.shape == input.shape
        ? share : attempt { () throws(TensorError) in try share.node.expanded(to: input.shape) })
  }
}

/// Reductions.
package struct ReductionOperations {
  package let sum = Reduction(
    .sum, "sum", formula: #"\sum_i x_i"#, partial: "1", acceptsIntegers: true
  ) { $0.gradient }

  package let mean = Reduction(
    .mean, "mean", formula: #"\frac{1}{n}\sum_i x_i"#, partial: #"\frac{1}{n}"#
  ) { $0.gradient / Double($0.dimensions.count) }

  package let prod = Reduction(
    .prod, "prod", formula: #"\prod_i x_i"#, partial: #"\prod_{j \ne i} x_j"#, acceptsIntegers: true
  ) { line in
    if line.step.isDifferentiable { return line.gradient * line.y / line.x }
    return spread(line) { values, outer, axis, inner, result in
      nk_prod_backward(
        values.dtype.kernel, outer, axis, inner, values.pointer, line.gradient.contiguous().node.pointer,
        result.pointer)
    }
  }

  package let max = Reduction(
    .max, "max", formula: #"\max_i x_i"#, partial: #"[x_i = y]"#, domain: .distinct, acceptsIntegers: true,
    needsElements: true
  ) { extremeShare($0) }

  package let min = Reduction(
    .min, "min", formula: #"\min_i x_i"#, partial: #"[x_i = y]"#, domain: .distinct, acceptsIntegers: true,
    needsElements: true
  ) { extremeShare($0) }

  package let logsumexp = Reduction(
    .logsumexp, "logsumexp", formula: #"\ln \sum_i e^{x_i}"#, partial: "e^{x_i - y}"
  ) { $0.gradient * ($0.x - $0.y).exp() }

  /// `attributes.a` is the correction.
  package let variance = ComposedOperation(
    "variance", formula: #"\frac{1}{n - c}\sum_i (x_i - \bar{x})^2"#, partials: [#"\frac{2}{n - c}(x_i - \bar{x})"#],
    cases: [
      GradientCase("all", .real(2, 3)) { $0[0].variance() },
      GradientCase("rows", .real(2, 3)) { $0[0].variance(dim: 1, keepDim: true) },
      GradientCase("two dimensions, by n", .real(2, 3, 2)) { $0[0].variance(dim: [0, 2], correction: 0) },
    ]
  ) { step in
    guard let input = step.node.input0 else { return }
    let attributes = step.node.attributes
    let dimensions = ReducedDimensions(input.shape, mask: attributes.i, keepDim: attributes.j != 0)
    let x = step.input(0)
    let dims = (0..<x.rank).filter { dimensions.mask & (1 << $0) != 0 }
    let centred = x - x.mean(dim: dims, keepDim: true)
    let factor = 2 / Swift.max(Double(dimensions.count) - attributes.a, 0)
    step.give(0, step.gradient.reshaped(to: dimensions.kept) * centred * factor)
  }

  /// Running sums along `attributes.i`, from the end when `attributes.j` is 1.
  package let cumsum = ComposedOperation(
    "cumsum", formula: #"\sum_{j \le i} x_j"#, partials: [#"[j \le i]"#],
    cases: [
      GradientCase("rows", .real(2, 3)) { $0[0].cumsum(1) },
      GradientCase("columns", .real(2, 3)) { $0[0].cumsum(0) },
    ]
  ) { step in
    let attributes = step.node.attributes
    step.give(0, step.gradient.runningSum(attributes.i, reverse: attributes.j == 0))
  }
}

/// A result in the shape of the input, which `fill` computes line by line.
private func spread(
  _ line: Reduction.Line, _ fill: (_ values: Node, _ outer: Int, _ axis: Int, _ inner: Int, _ result: Node) -> Void
) -> Tensor {
  attempt { () throws(TensorError) in
    let x = line.x.node
    let (values, outer, axis, inner) = try line.dimensions.lines(of: x)
    let result = try Node.make(values.shape, values.dtype)
    fill(values, outer, axis, inner, result)
    if values.shape == x.shape { return result }
    // The reduced dimensions were moved to the end; they go back.
    let reduced = (0..<x.shape.rank).filter { line.dimensions.mask & (1 << $0) != 0 }
    let order = (0..<x.shape.rank).filter { !reduced.contains($0) } + reduced
    var inverse = order
    for (i, dim) in order.enumerated() { inverse[dim] = i }
    return try Tensor(result).permute(inverse).node.contiguous()
  }
}

/// The gradient divided evenly among the elements that are the extreme.
private func extremeShare(_ line: Reduction.Line) -> Tensor {
  let mask = (line.x .== line.y).to(line.x.dtype)
  return line.gradient * mask / mask.sum(dim: line.dims, keepDim: true)
}

private func extreme(_ x: Tensor, _ dim: Int?, _ keepDim: Bool, least: Bool, _ name: String) -> Tensor {
  attempt { () throws(TensorError) in
    var node = x.node
    if node.dtype == .bool { node = try node.converted(to: .int64) }
    let dimensions = try ReducedDimensions(node.shape, dims: dim.map { [$0] }, keepDim: keepDim, operation: name)
    guard dimensions.count > 0 else { throw .empty(name, node.shape) }
    let (values, outer, axis, inner) = try dimensions.lines(of: node)
    let result = try Node.make(dimensions.result, .int64)
    nk_arg_extreme(
      values.dtype.kernel, least ? 1 : 0, outer, axis, inner, values.pointer,
      result.pointer.assumingMemoryBound(to: Int64.self))
    return result
  }
}

private func truth(_ x: Tensor, _ dims: [Int]?, _ keepDim: Bool, all: Bool, _ name: String) -> Tensor {
  attempt { () throws(TensorError) in
    let node = try x.node.converted(to: .bool)
    let dimensions = try ReducedDimensions(node.shape, dims: dims, keepDim: keepDim, operation: name)
    let (values, outer, axis, inner) = try dimensions.lines(of: node)
    let result = try Node.make(dimensions.result, .bool)
    let source = values.pointer.assumingMemoryBound(to: UInt8.self)
    let target = result.pointer.assumingMemoryBound(to: UInt8.self)
    if all { nk_all(outer, axis, inner, source, target) } else { nk_any(outer, axis, inner, source, target) }
    return result
  }
}

extension Tensor {
  /// Summed to the shape that was broadcast to this one.
  package func summed(to target: Shape) -> Tensor {
    attempt { () throws(TensorError) in
      let shape = node.shape
      let added = shape.rank - target.rank
      guard added >= 0 else { throw .gradientShape(shape, of: target) }
      var mask = 0
      for i in 0..<shape.rank where i < added || (target[i - added] == 1 && shape[i] != 1) { mask |= 1 << i }
      let dimensions = ReducedDimensions(shape, mask: mask, keepDim: false)
      let sum = mask == 0 ? node : try operations.reduction.sum.forward(node, dimensions)
      guard sum.count == target.count else { throw .gradientShape(shape, of: target) }
      return try sum.reshaped(to: target)
    }
  }

  package func runningSum(_ dim: Int, reverse: Bool) -> Tensor {
    attempt { () throws(TensorError) in
      let source = node.dtype == .bool ? try node.converted(to: .int64) : node
      let d = try source.shape.dimension(dim, operation: "cumsum")
      if source.shape.rank == 0 { return source }
      let values = try source.contiguous()
      let result = try Node.make(values.shape, values.dtype)
      nk_cumsum(
        values.dtype.kernel, values.shape.count(in: 0..<d), values.shape[d],
        values.shape.count(in: (d + 1)..<values.shape.rank), reverse ? 1 : 0, values.pointer, result.pointer)
      result.attributes.i = d
      result.attributes.j = reverse ? 1 : 0
      return try result.made(by: operations.reduction.cumsum, from: source)
    }
  }

  private func variance(dims: [Int]?, correction: Double, keepDim: Bool) -> Tensor {
    attempt { () throws(TensorError) in
      guard dtype.isFloatingPoint else { throw .needsFloat("variance", dtype) }
      let dimensions = try ReducedDimensions(node.shape, dims: dims, keepDim: keepDim, operation: "variance")
      let (values, outer, axis, inner) = try dimensions.lines(of: node)
      let result = try Node.make(dimensions.result, dtype)
      nk_variance(dtype.kernel, outer, axis, inner, correction, values.pointer, nil, result.pointer)
      result.attributes.i = dimensions.mask
      result.attributes.j = keepDim ? 1 : 0
      result.attributes.a = correction
      return try result.made(by: operations.reduction.variance, from: node)
    }
  }

  /// The running sum along a dimension.
  public func cumsum(_ dim: Int) -> Tensor { runningSum(dim, reverse: false) }

  /// The place of the greatest element in the flattened tensor, or along a dimension; the first of equals, as Int64.
  public func argmax(dim: Int? = nil, keepDim: Bool = false) -> Tensor {
    extreme(self, dim, keepDim, least: false, "argmax")
  }

  /// The place of the least element in the flattened tensor, or along a dimension; the first of equals, as Int64.
  public func argmin(dim: Int? = nil, keepDim: Bool = false) -> Tensor {
    extreme(self, dim, keepDim, least: true, "argmin")
  }

  /// The variance of all elements; the sum of squares is divided by n − `correction`.
  public func variance(correction: Double = 1.0) -> Tensor {
    variance(dims: nil, correction: correction, keepDim: false)
  }

  /// The variance along a dimension; the sum of squares is divided by n − `correction`.
  public func variance(dim: Int, correction: Double = 1.0, keepDim: Bool = false) -> Tensor {
    variance(dims: [dim], correction: correction, keepDim: keepDim)
  }

  /// The variance along several dimensions; the sum of squares is divided by n − `correction`.
  public func variance(dim: [Int], correction: Double = 1.0, keepDim: Bool = false) -> Tensor {
    variance(dims: dim, correction: correction, keepDim: keepDim)
  }

  /// The standard deviation of all elements: the root of `variance`.
  public func std(correction: Double = 1.0) -> Tensor { variance(correction: correction).sqrt() }

  /// The standard deviation along a dimension: the root of `variance`.
  public func std(dim: Int, correction: Double = 1.0, keepDim: Bool = false) -> Tensor {
    variance(dim: dim, correction: correction, keepDim: keepDim).sqrt()
  }

  /// The standard deviation along several dimensions: the root of `variance`.
  public func std(dim: [Int], correction: Double = 1.0, keepDim: Bool = false) -> Tensor {
    variance(dim: dim, correction: correction, keepDim: keepDim).sqrt()
  }

  /// The sum of the elements.
  public func sum() -> Tensor { operations.reduction.sum.apply(self, nil, false) }

  /// The sum of the elements along a dimension.
  public func sum(dim: Int, keepDim: Bool = false) -> Tensor {
    operations.reduction.sum.apply(self, [dim], keepDim)
  }

  /// The sum of the elements along several dimensions.
  public func sum(dim: [Int], keepDim: Bool = false) -> Tensor {
    operations.reduction.sum.apply(self, dim, keepDim)
  }

  /// The mean of the elements.
  public func mean() -> Tensor { operations.reduction.mean.apply(self, nil, false) }

  /// The mean of the elements along a dimension.
  public func mean(dim: Int, keepDim: Bool = false) -> Tensor {
    operations.reduction.mean.apply(self, [dim], keepDim)
  }

  /// The mean of the elements along several dimensions.
  public func mean(dim: [Int], keepDim: Bool = false) -> Tensor {
    operations.reduction.mean.apply(self, dim, keepDim)
  }

  /// The product of the elements.
  public func prod() -> Tensor { operations.reduction.prod.apply(self, nil, false) }

  /// The product of the elements along a dimension.
  public func prod(dim: Int, keepDim: Bool = false) -> Tensor {
    operations.reduction.prod.apply(self, [dim], keepDim)
  }

  /// The product of the elements along several dimensions.
  public func prod(dim: [Int], keepDim: Bool = false) -> Tensor {
    operations.reduction.prod.apply(self, dim, keepDim)
  }

  /// The greatest of the elements; equal ones share the gradient evenly.
  public func max() -> Tensor { operations.reduction.max.apply(self, nil, false) }

  /// The greatest of the elements along a dimension; equal ones share the gradient evenly.
  public func max(dim: Int, keepDim: Bool = false) -> Tensor {
    operations.reduction.max.apply(self, [dim], keepDim)
  }

  /// The greatest of the elements along several dimensions; equal ones share the gradient evenly.
  public func max(dim: [Int], keepDim: Bool = false) -> Tensor {
    operations.reduction.max.apply(self, dim, keepDim)
  }

  /// The least of the elements; equal ones share the gradient evenly.
  public func min() -> Tensor { operations.reduction.min.apply(self, nil, false) }

  /// The least of the elements along a dimension; equal ones share the gradient evenly.
  public func min(dim: Int, keepDim: Bool = false) -> Tensor {
    operations.reduction.min.apply(self, [dim], keepDim)
  }

  /// The least of the elements along several dimensions; equal ones share the gradient evenly.
  public func min(dim: [Int], keepDim: Bool = false) -> Tensor {
    operations.reduction.min.apply(self, dim, keepDim)
  }

  /// The logarithm of the sum of exponentials, without overflow, of the elements.
  public func logsumexp() -> Tensor { operations.reduction.logsumexp.apply(self, nil, false) }

  /// The logarithm of the sum of exponentials, without overflow, of the elements along a dimension.
  public func logsumexp(dim: Int, keepDim: Bool = false) -> Tensor {
    operations.reduction.logsumexp.apply(self, [dim], keepDim)
  }

  /// The logarithm of the sum of exponentials, without overflow, of the elements along several dimensions.
  public func logsumexp(dim: [Int], keepDim: Bool = false) -> Tensor {
    operations.reduction.logsumexp.apply(self, dim, keepDim)
  }

  /// Whether any element is true (not zero).
  public func any() -> Tensor { truth(self, nil, false, all: false, "any") }

  /// Whether any element is true (not zero), along a dimension.
  public func any(dim: Int, keepDim: Bool = false) -> Tensor {
    truth(self, [dim], keepDim, all: false, "any")
  }

  /// Whether all elements are true (not zero).
  public func all() -> Tensor { truth(self, nil, false, all: true, "all") }

  /// Whether all elements are true (not zero), along a dimension.
  public func all(dim: Int, keepDim: Bool = false) -> Tensor {
    truth(self, [dim], keepDim, all: true, "all")
  }
}

/// The sum of the elements.
public func sum(_ x: Tensor) -> Tensor { x.sum() }

/// The mean of the elements.
public func mean(_ x: Tensor) -> Tensor { x.mean() }
