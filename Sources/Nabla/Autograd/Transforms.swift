/// The gradient function of a function: `grad(of: f)(x)` is ∂f/∂x in the shape of x.
///
/// The function must give a single number. The gradient can be differentiated in its turn: `grad(of: grad(of: f))`.
public func grad(of f: @escaping (Tensor) -> Tensor) -> (Tensor) -> Tensor {
  { x in Transforms.gradient(f, x).gradient }
}

/// A function and its gradient at once: `valueAndGrad(of: f)(x)` is (f(x), ∂f/∂x).
public func valueAndGrad(of f: @escaping (Tensor) -> Tensor) -> (Tensor) -> (value: Tensor, gradient: Tensor) {
  { x in Transforms.gradient(f, x) }
}

/// The vector-Jacobian product: f(x), and vᵀ·J for a v in the shape of f(x). One backward pass.
public func vjp(_ f: (Tensor) -> Tensor, _ x: Tensor, _ v: Tensor) -> (value: Tensor, product: Tensor) {
  let (input, isNested) = Transforms.input(x)
  let value = Transforms.recorded { f(input) }
  let product = Transforms.pull(value, v, input, createGraph: isNested)
  return (isNested ? value : value.detach(), product)
}

/// The Jacobian-vector product: f(x), and J·v for a v in the shape of x.
///
/// It is the derivative of the vector-Jacobian product, which is linear, by its vector: two backward passes.
public func jvp(_ f: (Tensor) -> Tensor, _ x: Tensor, _ v: Tensor) -> (value: Tensor, product: Tensor) {
  let (input, isNested) = Transforms.input(x)
  let value = Transforms.recorded { f(input) }
  let probe = Tensor.zeros(value.shape, dtype: value.dtype, requiresGrad: true)
  let pulled = Transforms.recorded { Transforms.pull(value, probe, input, createGraph: true) }
  let product = Transforms.pull(pulled, v, probe, createGraph: isNested)
  return (isNested ? value : value.detach(), product)
}

/// The Jacobian function of a function: the derivative of each element of f(x) by each of x, in the shape of f(x)
/// followed by that of x. One backward pass for each element of f(x).
public func jacobian(of f: @escaping (Tensor) -> Tensor) -> (Tensor) -> Tensor {
  { x in
    let (input, isNested) = Transforms.input(x)
    let value = Transforms.recorded { f(input) }
    let count = value.count
    var rows: [Tensor] = []
    for i in 0..<count {
      let unit = Tensor.oneHot(Tensor(i, dtype: .int64), count: count, dtype: value.dtype).reshape(value.shape)
      rows.append(
        Transforms.pull(value, unit, input, createGraph: isNested, retainGraph: i + 1 < count))
    }
    if rows.isEmpty { return Tensor.zeros(value.shape + x.shape, dtype: x.dtype) }
    return stack(rows).reshape(value.shape + x.shape)
  }
}

/// The Hessian function of a function that gives a single number: all second derivatives, in the shape of x twice.
public func hessian(of f: @escaping (Tensor) -> Tensor) -> (Tensor) -> Tensor { jacobian(of: grad(of: f)) }

private enum Transforms {
  /// The point to differentiate at: x itself, looked at anew, when an outer derivative is being taken, else a leaf.
  static func input(_ x: Tensor) -> (Tensor, isNested: Bool) {
    guard x.requiresGrad, isGradEnabled else {
      let leaf = Tensor(Node(viewOf: x.node, shape: x.node.shape, strides: x.node.strides, offset: x.node.offset))
      leaf.requiresGrad = true
      return (leaf, false)
    }
    return (attempt { () throws(TensorError) in try x.node.alias() }, true)
  }

  /// Runs a function with recording on, whatever the mode outside.
  static func recorded(_ body: () -> Tensor) -> Tensor {
    let previous = setGradEnabled(true)
    defer { setGradEnabled(previous) }
    return body()
  }

  /// vᵀ·∂value/∂input; zeros when the value does not depend on the input.
  static func pull(
    _ value: Tensor, _ v: Tensor?, _ input: Tensor, createGraph: Bool, retainGraph: Bool = false
  ) -> Tensor {
    attempt { () throws(TensorError) in
      guard value.requiresGrad else { return Tensor.zeros(input.shape, dtype: input.dtype).node }
      let gradients = try Backward.run(
        from: [value], gradients: [v], inputs: [input], retainGraph: retainGraph || createGraph,
        createGraph: createGraph)
      if let gradient = gradients.first, let gradient { return gradient.node }
      return Tensor.zeros(input.shape, dtype: input.dtype).node
    }
  }

  static func gradient(_ f: (Tensor) -> Tensor, _ x: Tensor) -> (value: Tensor, gradient: Tensor) {
    let (input, isNested) = input(x)
    let value = recorded { f(input) }
    let gradient = pull(value, nil, input, createGraph: isNested)
    return (isNested ? value : value.detach(), gradient)
  }
}
