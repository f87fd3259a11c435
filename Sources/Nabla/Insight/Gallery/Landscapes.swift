public import Rendering

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What a model of two inputs says at every point of the plane, with the data on top.
///
/// With one output the colours are its value, white where it decides: at ½ for a model that ends in a sigmoid, else at
/// 0. With several they are the class of the greatest.
///
/// - Parameters:
///   - model: a model from [n, 2] to [n, 1] or [n, classes]
///   - x: the points, [n, 2]
///   - y: their classes, [n] or [n, 1]
///   - resolution: how many cells there are on each side
public func decisionBoundary(_ model: any Module, _ x: Tensor, _ y: Tensor, resolution: Int = 80) -> Chart {
  guard x.rank == 2, x.shape[1] == 2, x.count > 0, y.count == x.shape[0] else {
    Failure.report(.boundaryShapes(x.node.shape, y.node.shape))
    return Chart()
  }
  let points = x.toArray()
  let (first, second) = (
    stride(from: 0, to: points.count, by: 2).map { points[$0] },
    stride(from: 1, to: points.count, by: 2).map { points[$0] }
  )
  let (xRange, yRange) = (padded(first), padded(second))
  let side = Swift.min(Swift.max(resolution, 4), 400)
  func coordinate(_ range: ClosedRange<Double>, _ index: Int) -> Double {
    range.lowerBound + (Double(index) + 0.5) / Double(side) * (range.upperBound - range.lowerBound)
  }
  let plane = (0..<side * side).flatMap { [coordinate(xRange, $0 % side), coordinate(yRange, $0 / side)] }
  let output = noGrad { model(Tensor(plane, dtype: x.dtype).reshape([side * side, 2])) }
  guard output.rank == 2, output.shape[0] == side * side, output.shape[1] > 0 else {
    Failure.report(.boundaryOutput(output.node.shape))
    return Chart()
  }
  let grid: Grid
  if output.shape[1] == 1 {
    let values = output.toArray()
    let isProbability = values.allSatisfy { (0...1).contains($0) } && endsInProbability(model, like: x) != false
    grid = Grid(
      rows: side, columns: side, values: values, x: xRange, y: yRange, colors: .diverging,
      domain: isProbability ? 0...1 : nil, label: "output")
  } else {
    grid = Grid(
      rows: side, columns: side, values: output.argmax(dim: 1).toArray(), x: xRange, y: yRange,
      colors: .classes(output.shape[1]), domain: 0...Double(Swift.max(output.shape[1] - 1, 1)))
  }
  let classes = y.toArray()
  let names = Set(classes.filter(\.isFinite)).sorted()
  var layers = [Layer(.cells(grid))]
  for (index, name) in names.enumerated() where index < 20 {
    let members = classes.indices.filter { classes[$0] == name }
    layers.append(
      Layer(
        .points(x: members.map { first[$0] }, y: members.map { second[$0] }), name: "y = \(NumberFormat.short(name))",
        color: index, size: 4, isRimmed: true))
  }
  return Chart(
    title: "Decision boundary",
    panels: [
      Panel(x: Axis("x₀", domain: xRange), y: Axis("x₁", domain: yRange), layers: layers, width: 320, height: 320)
    ])
}

/// Whether a model's last step is one that gives probabilities; nil where the model has no history to tell by. A model
/// that gives weighted sums may give some between 0 and 1 by chance.
private func endsInProbability(_ model: any Module, like x: Tensor) -> Bool? {
  let wasEnabled = setGradEnabled(true)
  defer { setGradEnabled(wasEnabled) }
  guard let operation = model(Tensor.zeros([1, 2], dtype: x.dtype)).node.operation else { return nil }
  return operation === operations.activation.sigmoid || operation === operations.activation.hardSigmoid
    || operation === operations.softmax.softmax
}

/// The range of numbers with a margin.
private func padded(_ values: [Double]) -> ClosedRange<Double> {
  let finite = values.filter(\.isFinite)
  guard let low = finite.min(), let high = finite.max() else { return -1...1 }
  let margin = high > low ? (high - low) * 0.15 : 1
  return (low - margin)...(high + margin)
}

/// The loss around the parameters of a model, along two directions that are drawn at random and scaled to the size of
/// each parameter (Li et al., 2018), so that models of different scale compare.
///
/// The parameters are put back as they were.
///
/// - Parameters:
///   - model: whose parameters are moved
///   - span: how far to go, in units of the parameters' own norm
///   - resolution: how many losses are computed on each side
///   - seed: of the directions; the generator of `manualSeed` is not touched
///   - loss: computes the loss: `{ mseLoss(model(x), y) }`
public func lossSurface(
  _ model: any Module, span: Double = 1, resolution: Int = 25, seed: Int = 0, loss: () -> Tensor
) -> Chart {
  let parameters = model.parameters
  let saved = parameters.map { $0.toArray() }
  let generator = Generator(.philox, seed: seed)
  let directions = (0..<2).map { _ in
    saved.map { values -> [Double] in
      let random = values.map { _ in generator.normal() }
      let (norm, size) = (random.norm, values.norm)
      return random.map { norm > 0 ? $0 / norm * size : 0 }
    }
  }
  let side = Swift.min(Swift.max(resolution | 1, 5), 101)
  let reach = span.isFinite && span > 0 ? span : 1
  let offsets = (0..<side).map { (Double($0) / Double(side - 1) * 2 - 1) * reach }
  var values: [Double] = []
  noGrad {
    for vertical in offsets {
      for horizontal in offsets {
        for (index, parameter) in parameters.enumerated() {
          for place in saved[index].indices {
            parameter.node.store(
              saved[index][place] + horizontal * directions[0][index][place] + vertical * directions[1][index][place],
              atRow: place)
          }
        }
        values.append(Failure.pending == nil ? loss().item() : .nan)
      }
    }
    for (index, parameter) in parameters.enumerated() {
      for place in saved[index].indices { parameter.node.store(saved[index][place], atRow: place) }
    }
  }
  // Far out the loss grows by orders of magnitude: colours tell its logarithm where it can.
  let isLog = values.allSatisfy { $0 > 0 || !$0.isFinite }
  let half = reach / Double(side - 1)
  let grid = Grid(
    rows: side, columns: side, values: isLog ? values.map { log10($0) } : values, x: (-reach - half)...(reach + half),
    y: (-reach - half)...(reach + half), colors: .sequential, label: isLog ? "log₁₀ loss" : "loss")
  var chart = Chart(
    title: "Loss surface",
    panels: [
      Panel(
        x: Axis("first direction", domain: grid.x), y: Axis("second direction", domain: grid.y),
        layers: [Layer(.cells(grid)), Layer(.points(x: [0], y: [0]), color: 1, size: 4, isRimmed: true)], width: 320,
        height: 320)
    ])
  let centre = values[(side / 2) * side + side / 2]
  chart.notes = ["the dot is where the parameters are, with the loss \(NumberFormat.short(centre))"]
  return chart
}

extension [Double] {
  fileprivate var norm: Double { reduce(0) { $0 + $1 * $1 }.squareRoot() }
}

/// Nonlinearities with their derivatives, the links that they are in the chain of backpropagation.
///
/// - Parameter names: as the functions are called: `["sigmoid", "tanh", "relu"]`; empty shows the most used
public func activationCurves(_ names: [String] = []) -> Chart {
  let wanted = names.isEmpty ? ["sigmoid", "tanh", "relu", "leakyRelu", "gelu", "silu"] : names
  let families: [Any] = [operations.activation, operations.hyperbolic]
  let known = families.flatMap { Mirror(reflecting: $0).children.compactMap { $0.value as? Elementwise } }
  let grid = Tensor.linspace(-5, 5, 161, dtype: .float64)
  var panels: [Panel] = []
  for name in wanted {
    guard let function = known.first(where: { $0.name == name }) else {
      Failure.report(.unknownActivation(name, known: known.map(\.name).sorted()))
      return Chart()
    }
    let x = grid.detach().clone()
    x.requiresGrad = true
    let parameter = function.name == "leakyRelu" ? 0.01 : 1.0
    let y = function.apply(x, parameter, function.name == "softplus" ? 20 : 0)
    guard let local = LocalDerivative(y.node) else { continue }
    let slope = local.product(Tensor.ones(grid.shape, dtype: .float64)).first ?? nil
    panels.append(
      Panel(
        title: name, x: Axis("x"), y: Axis(""),
        layers: [
          Layer(.line(x: grid.toArray(), y: y.toArray()), name: "f(x)", color: 0),
          Layer(.line(x: grid.toArray(), y: slope?.toArray() ?? []), name: "f′(x)", color: 1),
        ], width: 220, height: 150))
  }
  return Chart(title: "Activation functions and their derivatives", panels: panels, columns: Swift.min(panels.count, 3))
}
