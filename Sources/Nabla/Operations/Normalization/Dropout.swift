internal import CKernels

/// Elements left out at random.
package struct DropoutOperations {
  package let dropout = ComposedOperation(
    "dropout", formula: #"\frac{m}{1 - p}\,x"#, partials: [#"\frac{m}{1 - p}"#],
    cases: [
      GradientCase("half", .real(3, 4)) { Nabla.dropout($0[0], p: 0.5, generator: Generator(.torch, seed: 3)) }
    ]
  ) { step in
    guard let mask = step.node.saved as? Node else { return }
    step.give(0, step.gradient * Tensor(mask))
  }
}

/// Sets each element to 0 with probability p and divides the others by 1 − p, so that the mean stays.
///
/// The elements are drawn from the generator that `manualSeed` seeds, in PyTorch's order, unless one is given.
public func dropout(_ x: Tensor, p: Double = 0.5, training: Bool = true, generator: Generator? = nil) -> Tensor {
  attempt { () throws(TensorError) in
    guard p >= 0, p <= 1 else { throw .argument("dropout", "the probability \(p) must be in 0...1") }
    guard training, p > 0 else { return x.node }
    guard x.dtype.isFloatingPoint else { throw .needsFloat("dropout", x.dtype) }
    let coins = try Node.make(x.node.shape, .bool)
    (generator ?? Generator.shared).fillBernoulli(
      coins.pointer.assumingMemoryBound(to: UInt8.self), count: coins.count, probability: 1 - p)
    // The coins are data of the call, so that a replayed step draws as many as an ordinary one.
    if let planned = Replay.take(operations.dropout.dropout, x.node, coins, key: Replay.Key(p)) { return planned }
    let mask = try coins.converted(to: x.dtype)
    if p < 1 { nk_binary_scalar(.div, x.dtype.kernel, mask.count, mask.pointer, 1 - p, 0, mask.pointer) }
    let values = try x.node.contiguous()
    let result = try Node.make(values.shape, x.dtype)
    nk_binary(.mul, x.dtype.kernel, result.count, values.pointer, mask.pointer, result.pointer)
    result.saved = mask
    return try result.made(by: operations.dropout.dropout, from: x.node)
  }
}
