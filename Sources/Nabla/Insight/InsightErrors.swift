// What can be wrong with a question about a computation.

extension TensorError {
  static func needsScalar(_ question: String, _ shape: Shape) -> TensorError {
    TensorError(
      "\(question): the loss has shape \(shape) and not one element; reduce it with .mean() or .sum(), "
        + "or ask about one entry of it: y[0, 1]")
  }

  static func explainIndex(_ index: [Int], of node: Node) -> TensorError {
    TensorError(
      "explain: at: \(index) is no entry of \(node.summary): "
        + (node.shape.rank == 1
          ? "give one number below \(node.shape[0]): at: [0]"
          : "give one number for each of its \(node.shape.rank) dimensions, each below its size"))
  }

  static func explainUnrelated(_ loss: Node, _ node: Node) -> TensorError {
    TensorError(
      "explain: \(loss.summary) was not computed from \(node.summary), or not with a gradient: "
        + "give its leaf requiresGrad before the forward pass, and the tensor that took part in it")
  }

  static func changed(_ question: String, _ node: Node) -> TensorError {
    TensorError(
      "\(question): \(node.summary) has changed since the loss was computed (by optimizer.step()?): "
        + "compute the loss again and ask before the step")
  }

  static func released(_ question: String, _ node: Node) -> TensorError {
    TensorError(
      "\(question): backward() gave up the large value of \(node.summary): ask before backward(), "
        + "or call backward(retainGraph: true)")
  }

  static func noHistory(_ question: String, _ node: Node) -> TensorError {
    TensorError(
      "\(question): \(node.summary) has no history: it was made without requiresGrad, inside noGrad, or is detached")
  }

  static func noGradient(_ node: Node) -> TensorError {
    TensorError("explain(update:): \(node.summary) has no gradient: call backward() on the loss first")
  }

  static func countsDiffer(_ question: String, _ first: Int, _ second: Int) -> TensorError {
    TensorError("\(question): \(first) predictions for \(second) targets: give one of each for every sample")
  }

  static func classNumbers(_ question: String) -> TensorError {
    TensorError(
      "\(question): classes are whole numbers from 0 to 199; of scores [n, classes] the greatest counts, "
        + "a single score must be turned into a class first: (p .> 0.5)")
  }

  static func imageShape(_ shape: Shape) -> TensorError {
    TensorError("images: \(shape) are no pictures: give [n, height, width], [n, 1, height, width] or [n, side²]")
  }

  static func boundaryShapes(_ x: Shape, _ y: Shape) -> TensorError {
    TensorError("decisionBoundary: x must be [n, 2] and y have n elements; they are \(x) and \(y)")
  }

  static func boundaryOutput(_ shape: Shape) -> TensorError {
    TensorError("decisionBoundary: the model gives \(shape) for points [n, 2]; it must give [n, 1] or [n, classes]")
  }

  static func unknownActivation(_ name: String, known: [String]) -> TensorError {
    TensorError("activationCurves: there is no nonlinearity \(name); known are \(known.joined(separator: ", "))")
  }
}
