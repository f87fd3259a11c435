/// What went wrong in an operation: the fact, the shapes or values at hand, and what to do next.
package struct TensorError: Error, Equatable, CustomStringConvertible {
  package let message: String
  /// Where the failing call stands.
  package let site: UInt64

  package init(_ message: String) {
    self.message = message
    site = engine.pointee.site
  }

  package var description: String { message }
}

// The messages of the engine, all of them, by subject.

extension TensorError {
  // MARK: Resources

  package static var interrupted: TensorError { TensorError("interrupted") }

  package static func outOfMemory(bytes: Int, used: Int, limit: Int) -> TensorError {
    TensorError(
      "out of memory: a tensor of \(megabytes(bytes)) does not fit beside the \(megabytes(used)) in use; "
        + "the limit is \(megabytes(limit)). Use a smaller shape or batch, or let tensors go")
  }

  private static func megabytes(_ bytes: Int) -> String {
    bytes < 10 << 20 ? "\(max(bytes, 0) >> 10) KiB" : "\(bytes >> 20) MiB"
  }

  // MARK: Shapes

  package static func rankTooHigh(_ sizes: [Int]) -> TensorError {
    TensorError("a tensor has at most \(Shape.maximumRank) dimensions; \(sizes) has \(sizes.count)")
  }

  package static func negativeSize(_ sizes: [Int]) -> TensorError {
    TensorError("a shape has no negative sizes: \(sizes)")
  }

  package static func tooManyElements(_ shape: Shape) -> TensorError {
    TensorError("out of memory: the shape \(shape) has more elements than memory can hold")
  }

  package static func broadcast(
    _ operation: String, _ a: Shape, _ b: Shape, dimension: Int, _ x: Int, _ y: Int
  ) -> TensorError {
    TensorError(
      "\(operation): \(a) and \(b): sizes \(x) and \(y) at dimension \(dimension) do not match; "
        + "they must be equal, or one of them 1. Dimensions are compared from the last one backwards")
  }

  package static func dimension(_ operation: String, _ dim: Int, _ shape: Shape, extra: Int) -> TensorError {
    let bound = max(shape.rank + extra, 1)
    return TensorError(
      "\(operation): dimension \(dim) of a tensor of shape \(shape): it must be in \(-bound)...\(bound - 1)")
  }

  package static func repeatedDimension(_ operation: String, _ dims: [Int]) -> TensorError {
    TensorError("\(operation): a dimension appears twice in \(dims)")
  }

  package static func ragged(_ first: Int, _ other: Int) -> TensorError {
    TensorError("Tensor: rows of \(first) and \(other) elements; all rows of an array must have the same length")
  }

  package static func valueCount(_ count: Int, _ shape: Shape) -> TensorError {
    TensorError("Tensor: \(count) values cannot fill the shape \(shape) of \(shape.count) elements")
  }

  package static func elementCount(_ operation: String, _ shape: Shape, _ sizes: [Int]) -> TensorError {
    let wanted = sizes.reduce(1) { $0 &* $1 }
    return TensorError(
      "\(operation): \(shape) to \(sizes): \(shape.count) elements cannot fill \(wanted) places. "
        + "Write -1 for one size to have it computed")
  }

  package static func inferredSize(_ shape: Shape, _ sizes: [Int]) -> TensorError {
    TensorError("reshape: \(shape) to \(sizes): only one size may be -1, and the others must divide \(shape.count)")
  }

  package static func expand(_ shape: Shape, _ sizes: [Int], dimension: Int) -> TensorError {
    TensorError(
      "expand: \(shape) to \(sizes): only a dimension of size 1 can be repeated; dimension \(dimension) has "
        + "\(dimension < shape.rank ? shape[dimension] : 0)")
  }

  package static func permutation(_ dims: [Int], _ shape: Shape) -> TensorError {
    TensorError("permute: \(dims) must name each of the \(shape.rank) dimensions of \(shape) once")
  }

  package static func matmul(_ a: Shape, _ b: Shape, _ x: Int, _ y: Int) -> TensorError {
    TensorError(
      "matmul: \(a) by \(b): \(x) ≠ \(y). The columns of the first must be as many as the rows of the second; "
        + "perhaps one of them is to be transposed (`.T`)")
  }

  package static func matmulRank(_ a: Shape, _ b: Shape) -> TensorError {
    TensorError("matmul: \(a) by \(b): a number has no rows to multiply; use `*`")
  }

  package static func linear(_ x: Shape, _ weight: Shape) -> TensorError {
    TensorError(
      "linear: \(x) by the weight \(weight): the layer takes \(weight.rank > 1 ? weight[1] : 0) features, "
        + "the last dimension has \(x.rank > 0 ? x[x.rank - 1] : 0)")
  }

  package static func shapes(_ operation: String, _ expectation: String, _ shapes: [Shape]) -> TensorError {
    let given = shapes.map(\.description).joined(separator: ", ")
    return TensorError("\(operation): \(expectation); given \(given)")
  }

  package static func sameShape(_ operation: String, _ a: Shape, _ b: Shape) -> TensorError {
    TensorError("\(operation): the prediction \(a) and the target \(b) must have the same shape")
  }

  package static func empty(_ operation: String, _ shape: Shape) -> TensorError {
    TensorError("\(operation): there is nothing to choose from in a tensor of shape \(shape)")
  }

  package static func emptyList(_ operation: String) -> TensorError {
    TensorError("\(operation): needs at least one tensor")
  }

  package static func argument(_ operation: String, _ fact: String) -> TensorError {
    TensorError("\(operation): \(fact)")
  }

  // MARK: Types

  package static func needsFloat(_ operation: String, _ dtype: DType) -> TensorError {
    TensorError("\(operation): needs floating-point elements, not \(dtype); convert with `.to(.float32)`")
  }

  package static func needsType(_ operation: String, _ needed: DType, _ dtype: DType) -> TensorError {
    TensorError("\(operation): needs elements of type \(needed), not \(dtype); convert with `.to(.\(needed))`")
  }

  package static func notANumber(_ operation: String, _ dtype: DType) -> TensorError {
    TensorError(
      "\(operation): is not defined for elements of type \(dtype); convert with `.to(.int64)` or `.to(.float32)`")
  }

  package static func integerDivision(_ operation: String) -> TensorError {
    TensorError(
      "\(operation): an integer is divided by zero; with floating-point elements the result would be ∞ or NaN")
  }

  // MARK: Indices

  package static func index(_ index: Int, dimension: Int, _ shape: Shape) -> TensorError {
    let size = dimension < shape.rank ? shape[dimension] : 0
    return TensorError(
      size == 0
        ? "index \(index): dimension \(dimension) of a tensor of shape \(shape) is empty"
        : "index \(index) is out of range for dimension \(dimension) of a tensor of shape \(shape): "
          + "it must be in \(-size)..<\(size)")
  }

  package static func tooManyIndices(_ count: Int, _ shape: Shape) -> TensorError {
    TensorError("\(count) indices for a tensor of shape \(shape), which has \(shape.rank) dimensions")
  }

  package static func range(_ range: String, dimension: Int, _ shape: Shape) -> TensorError {
    TensorError(
      "the range \(range) does not fit dimension \(dimension) of a tensor of shape \(shape): "
        + "it must lie in 0...\(dimension < shape.rank ? shape[dimension] : 0)")
  }

  package static func indexValue(
    _ operation: String, _ value: Int, position: Int, dimension: Int, of shape: Shape
  ) -> TensorError {
    TensorError(
      "\(operation): the index \(value) at position \(position) is not in 0..<\(shape[dimension]), "
        + "the places of dimension \(dimension) of \(shape)")
  }

  package static func classValue(_ operation: String, _ value: Int, position: Int, count: Int) -> TensorError {
    TensorError(
      "\(operation): the class \(value) at position \(position) is not in 0..<\(count), the numbers of \(count) "
        + "\(count == 1 ? "class" : "classes")")
  }

  package static func maskShape(_ mask: Shape, _ shape: Shape) -> TensorError {
    TensorError("a mask of shape \(mask) does not fit a tensor of shape \(shape): the leading sizes must be equal")
  }

  package static func item(_ shape: Shape) -> TensorError {
    TensorError(
      "item: a tensor of shape \(shape) has \(shape.count) elements; only a tensor of one element is a number. "
        + "Use `.toArray()` for all, or index it")
  }

  // MARK: Gradients

  package static func requiresGradOfResult(_ node: Node) -> TensorError {
    TensorError(
      "requiresGrad: this tensor is the result of \(node.operation?.name ?? "an operation"); only a leaf can be "
        + "switched. Use `.detach()` for a tensor without history")
  }

  package static func requiresGradOfType(_ dtype: DType) -> TensorError {
    TensorError("requiresGrad: only floating-point tensors have gradients, this one is \(dtype); use `.to(.float32)`")
  }

  package static func gradientShape(_ gradient: Shape, of shape: Shape) -> TensorError {
    TensorError("a gradient of shape \(gradient) for a tensor of shape \(shape): they must be the same")
  }

  package static func backwardNeedsScalar(_ shape: Shape) -> TensorError {
    TensorError(
      "backward: a tensor of shape \(shape) has no single slope; reduce it to one number (`.sum()`, `.mean()`) or "
        + "give the gradient to start from: `backward(gradient: …)`")
  }

  package static func nothingToDifferentiate(_ node: Node) -> TensorError {
    TensorError(
      "backward: this tensor does not depend on anything with `requiresGrad`"
        + (node.isLeaf ? ", or it was computed inside `noGrad` or detached" : ""))
  }

  package static func secondBackward(_ node: Node) -> TensorError {
    let first = Site(rawValue: node.consumedSite)
    let place = first.isKnown ? ", at \(first)" : ""
    return TensorError(
      "backward: this graph has already been used by a backward\(place). A second one would count its gradients "
        + "twice; compute the result again, or write `backward(retainGraph: true)` in the first")
  }

  package static func changedInPlace(reader: Node, changed: Node) -> TensorError {
    let write = changed.storage.lastWrite
    let operation = write.operation.description
    let place = Site(rawValue: write.site).parenthesized
    let readerPlace = Site(rawValue: reader.site).parenthesized
    return TensorError(
      "backward: \(reader.operation?.name ?? "an operation")\(readerPlace) needs the value of \(changed.summary) as it "
        + "was, but \(operation)\(place) has changed it in place since. Do the change after backward, or compute "
        + "the result again after the change")
  }

  package static func parameterInPlace(_ operation: String, _ node: Node) -> TensorError {
    TensorError(
      "\(operation): \(node.summary) is a leaf with requiresGrad; a change in place would lose its gradient. "
        + "Write `noGrad { … }` around an update, or make a new tensor")
  }

  package static func notDifferentiable(_ operation: String) -> TensorError {
    TensorError("\(operation): has no second derivative here")
  }

  package static func valueReleased(_ node: Node) -> TensorError {
    TensorError("the value of this \(node.operation?.name ?? "result") was given up after backward to save memory")
  }

  package static func nonFinite(_ node: Node, value: String, inputs: [Shape], position: Int) -> TensorError {
    let place = Site(rawValue: node.site)
    return TensorError(
      "\(value) was born in \(node.operation?.name ?? "an operation")\(place.parenthesized), at element \(position) of "
        + "its result \(node.shape), from inputs of shape \(inputs.map(\.description).joined(separator: ", ")), "
        + "all of whose elements are finite")
  }

  package static func replayDiffers(
    _ node: Node, _ what: String, position: Int, replayed: Double, ordinary: Double
  ) -> TensorError {
    let name = node.operation?.name ?? node.name ?? "a parameter"
    return TensorError(
      "verifyReplay: the \(what) of \(name) \(node.shape)\(Site(rawValue: node.site).parenthesized) differs at element "
        + "\(position): replayed \(replayed), computed \(ordinary). This is a fault of Nabla; please report it")
  }

  // MARK: Modules

  package static func unknownParameter(_ name: String, known: [String]) -> TensorError {
    TensorError("no parameter is called \"\(name)\"; there are \(known.joined(separator: ", "))")
  }

  package static func parameterShape(_ name: String, _ shape: Shape, _ given: Shape) -> TensorError {
    TensorError("\(name) has the shape \(shape); a value of shape \(given) does not fit")
  }

  package static func notOneToOne(_ type: String) -> TensorError {
    TensorError("\(type) does not map one tensor to one tensor; declare `func callAsFunction(_ x: Tensor) -> Tensor`")
  }

  // MARK: Files

  package static func file(_ path: String, _ fact: String) -> TensorError {
    TensorError("\(path): \(fact)")
  }
}
