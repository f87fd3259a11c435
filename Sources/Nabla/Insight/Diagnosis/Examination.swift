internal import Rendering

/// A model's tape being looked at.
struct Examination {
  let model: any Module
  let tape: Tape
  let loss: Tensor
  /// What arrives at each node of the tape.
  let arrived: [Int: Tensor]
  private(set) var layers: [LayerHealth] = []

  init(_ model: any Module, _ tape: Tape, loss: Tensor) {
    self.model = model
    self.tape = tape
    self.loss = loss
    arrived = tape.sweep(from: loss.node)
    layers = examine()
  }

  // MARK: Layers

  private func examine() -> [LayerHealth] {
    let consumers = tape.consumers
    var layers: [LayerHealth] = []
    for (index, node) in tape.nodes.enumerated() {
      guard let operation = node.operation,
        operation === operations.product.linear || operation === operations.product.matmul,
        let weight = weight(of: node)
      else { continue }
      // The linear part ends with its bias, and the nonlinearity is what comes next.
      var last = index
      while let next = consumers[last], next.count == 1, tape.isPassage(next[0].consumer),
        tape.nodes[next[0].consumer].shape == node.shape
      {
        last = next[0].consumer
      }
      let after = (consumers[last] ?? []).map(\.consumer).first { tape.isActivation($0) }
      layers.append(layer(index, weight, last: last, activation: after))
    }
    for place in layers.indices.dropLast() {
      let next = layers[place + 1]
      layers[place].gain = next.signal > 0 ? layers[place].signal / next.signal : nil
      layers[place].predictedGain =
        (Double(next.outputs).squareRoot() * next.weightSize) * (layers[place].slope ?? 1)
    }
    if let end = layers.indices.last { layers[end].isOutput = true }
    return layers
  }

  /// The leaf that a product takes its weights from, also by way of a transpose.
  private func weight(of node: Node) -> Node? {
    for input in node.inputs {
      var leaf = input
      while let inner = leaf.input0, leaf.inputCount == 1, leaf.storage === inner.storage { leaf = inner }
      if leaf.isLeaf, leaf.requiresGrad, leaf.shape.rank == 2 { return leaf }
    }
    return nil
  }

  private func layer(_ index: Int, _ weight: Node, last: Int, activation: Int?) -> LayerHealth {
    let node = tape.nodes[index]
    let isLinear = node.operation === operations.product.linear
    let (outputs, inputs) = isLinear ? (weight.shape[0], weight.shape[1]) : (weight.shape[1], weight.shape[0])
    let weights = Digest(weight)
    let before = Digest(tape.nodes[last])
    let values = tape.nodes[last].sample(limit: 1 << 18)
    let arriving = arrived[last].map { Digest($0.node) }
    var layer = LayerHealth(
      name: node.modulePath ?? weight.name?.split(separator: ".").dropLast().joined(separator: ".").nonEmpty
        ?? "\(index)",
      shapeText: "\(outputs) × \(inputs)", activation: activation.flatMap { tape.nodes[$0].operation?.name } ?? "",
      inputs: inputs, outputs: outputs, weightDeviation: weights.deviation,
      weightSize: weights.norm / Double(Swift.max(weight.count, 1)).squareRoot(), preDeviation: before.deviation,
      preMagnitude: values.isEmpty ? 0 : values.reduce(0) { $0 + abs($1) } / Double(values.count),
      signal: arriving.map { $0.norm / Double(Swift.max($0.count, 1)).squareRoot() } ?? 0)
    layer.biasMean = (isLinear && node.inputCount > 2 ? node.input2 : nil).map { Digest($0).mean }
    guard let activation, let local = LocalDerivative(tape.nodes[activation]),
      tape.nodes[activation].operation is Elementwise,
      let slope = local.product(Tensor.ones(tape.nodes[activation].shape.array, dtype: tape.nodes[activation].dtype))
        .first ?? nil
    else { return layer }
    let slopes = slope.node.sample(limit: 1 << 18)
    let digest = Digest(slopes)
    layer.slope = slopes.isEmpty ? nil : (slopes.reduce(0) { $0 + $1 * $1 } / Double(slopes.count)).squareRoot()
    let name = tape.nodes[activation].operation?.name ?? ""
    if let steepest = Self.steepest[name] {
      layer.saturated = Double(slopes.count { abs($0) < steepest / 20 }) / Double(Swift.max(slopes.count, 1))
    } else if digest.zeros > 0 || name.hasPrefix("relu") {
      layer.dead = deadShare(tape.nodes[activation], slope.node)
    }
    return layer
  }

  /// The nonlinearities that saturate, with their greatest slope.
  private static let steepest = ["sigmoid": 0.25, "tanh": 1.0, "softsign": 1.0]

  /// The share of units (of the last dimension) with value and slope zero in every row.
  private func deadShare(_ value: Node, _ slope: Node) -> Double {
    guard let units = value.shape.array.last, units > 0, value.count >= units, value.count <= 1 << 22,
      let values = try? value.doubles(), let slopes = try? slope.doubles()
    else { return 0 }
    var isAlive = [Bool](repeating: false, count: units)
    for index in values.indices where slopes[index] != 0 || values[index] != 0 { isAlive[index % units] = true }
    return Double(isAlive.count { !$0 }) / Double(units)
  }

  // MARK: Findings

  var findings: [String] {
    [notFinite, addedUp, softmaxTwice, summed, saturation, dead, scale, exploding].compactMap { $0 }
  }

  private func short(_ value: Double) -> String { NumberFormat.short(value, digits: 2) }

  /// The first operation whose value is not finite though its inputs are.
  private var notFinite: String? {
    guard !loss.item().isFinite || model.parameters.contains(where: { !Digest($0.node).isFinite }) else { return nil }
    for parameter in model.namedParameters where !Digest(parameter.value.node).isFinite {
      return
        "The parameter \(parameter.name) has values that are not finite: an earlier step was too large. Begin anew "
        + "from saved or fresh parameters with a smaller learning rate or clipGradNorm."
    }
    for node in tape.nodes where !Digest(node).isFinite && node.inputs.allSatisfy({ Digest($0).isFinite }) {
      let place = node.place.isKnown ? " (\(node.place))" : ""
      guard let operation = node.operation else { return "The input \(node.summary) has values that are not finite." }
      return "The first value that is not finite comes from \(operation.name)\(place): its inputs are still finite, "
        + "\(node.inputs.map(\.valueText).joined(separator: " and "))."
    }
    return nil
  }

  /// Gradients that are a whole multiple of what one backward gives.
  private var addedUp: String? {
    var factor: Double?
    for (index, node) in tape.nodes.enumerated() where node.isLeaf && node.requiresGrad {
      guard let kept = node.grad, let fresh = arrived[index]?.node else { return nil }
      let (a, b) = (kept.sample(limit: 4096), fresh.sample(limit: 4096))
      let dot = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
      let square = b.reduce(0) { $0 + $1 * $1 }
      guard square > 0 else { continue }
      let ratio = dot / square
      let error = zip(a, b).reduce(0) { $0 + ($1.0 - ratio * $1.1) * ($1.0 - ratio * $1.1) }
      guard ratio > 1.5, abs(ratio - ratio.rounded()) < 1e-3, error <= 1e-6 * square else { return nil }
      if let factor, abs(factor - ratio) > 1e-3 { return nil }
      factor = ratio
    }
    guard let factor else { return nil }
    let times = factor < 2.5 ? "exactly twice" : "exactly \(Int(factor.rounded())) times"
    return "Each gradient is \(times) what one backward() gives: gradients add up until they are set to nil. "
      + "Call optimizer.zeroGrad() before each backward()."
  }

  /// A softmax in front of a loss that has one of its own.
  private var softmaxTwice: String? {
    for node in tape.nodes {
      guard let operation = node.operation, let input = node.input0.map(throughViews), let inner = input.operation
      else {
        continue
      }
      if operation is CrossEntropy, inner === operations.softmax.softmax {
        return "crossEntropy takes logits and has a softmax of its own, but it is given the result of softmax: the "
          + "gradient is squeezed twice. Leave the softmax out of the model, or use nllLoss on logSoftmax."
      }
      if operation === operations.loss.bceWithLogits, inner === operations.activation.sigmoid {
        return "bceWithLogits takes logits and has a sigmoid of its own, but it is given the result of sigmoid. Leave "
          + "the sigmoid out of the model, or use bceLoss."
      }
    }
    return nil
  }

  private func throughViews(_ node: Node) -> Node {
    var node = node
    while node.inputCount == 1, let input = node.input0, let index = tape.place(of: node), tape.isPassage(index) {
      node = input
    }
    return node
  }

  /// A loss that grows with the size of the batch.
  private var summed: String? {
    let root = throughViewsOfScalar(loss.node)
    guard let operation = root.operation, let input = root.input0, input.count > 1 else { return nil }
    let isSum =
      operation === operations.reduction.sum
      || (operation is ElementwiseLoss && root.attributes.b == 1 && root.shape.rank == 0)
    guard isSum, let batch = input.shape.array.first, batch > 1 else { return nil }
    return "The loss is a sum over \(NumberFormat.count(input.count)) values and not their mean: its gradient, and so "
      + "the step, grows with the batch (\(batch) rows). Use .mean(), or divide the learning rate by \(input.count)."
  }

  private func throughViewsOfScalar(_ node: Node) -> Node {
    var node = node
    while node.inputCount == 1, let input = node.input0, input.count == 1, node.operation is ScalarArithmetic {
      node = input
    }
    return node
  }

  /// Hidden layers, whose saturation is not an answer but a loss of signal.
  private var hidden: [LayerHealth] { layers.filter { !$0.isOutput } }

  private var saturation: String? {
    guard
      let worst = hidden.filter({ ($0.saturated ?? 0) > 0.5 }).max(by: { ($0.saturated ?? 0) < ($1.saturated ?? 0) })
    else { return nil }
    let share = NumberFormat.percent(worst.saturated ?? 0)
    var cause = "|z| has the mean \(short(worst.preMagnitude))"
    if worst.weightDeviation > 2 * worst.xavier {
      cause += ", the weights' deviation is \(short(worst.weightDeviation)) where Xavier's is \(short(worst.xavier))"
      return
        "Layer \(worst.name): \(share) of its \(worst.activation) values are saturated, where the slope is nearly 0 "
        + "and the gradient vanishes: \(cause). "
        + (worst.weightDeviation > 100 * worst.xavier
          ? "Nobody begins with such weights: an earlier step was too large. Begin anew with a smaller learning rate, "
            + "or clip with clipGradNorm."
          : "Begin with weights \(short(worst.weightDeviation / worst.xavier)) times smaller.")
    }
    return "Layer \(worst.name): \(share) of its \(worst.activation) values are saturated, where the slope is nearly 0 "
      + "and the gradient vanishes: \(cause). Scale the inputs to mean 0 and deviation 1, or normalise before it."
  }

  private var dead: String? {
    guard let worst = hidden.filter({ ($0.dead ?? 0) > 0.5 }).max(by: { ($0.dead ?? 0) < ($1.dead ?? 0) }) else {
      return nil
    }
    let share = NumberFormat.percent(worst.dead ?? 0)
    let bias = worst.biasMean.map { $0 < -1 ? ", pushed down by a bias of \(short($0)) on average" : "" } ?? ""
    return
      "Layer \(worst.name): \(share) of its \(worst.activation) units are dead: 0 for every row of the batch\(bias), "
      + "so no gradient can bring them back. Begin anew with He initialisation and bias 0 and a smaller learning rate, "
      + "or use leakyRelu."
  }

  /// How much the backward signal changes from the last layer to the first.
  private var change: Double? {
    guard let first = layers.first, let last = layers.last, layers.count > 2, last.signal > 0 else { return nil }
    return first.signal / last.signal
  }

  private var scale: String? {
    guard saturation == nil, let change, change < 0.01 else { return nil }
    guard let worst = narrowest else { return nil }
    let start =
      "The gradient shrinks to \(short(change)) of itself from the last layer to the first, "
      + "by \(short(worst.gain ?? 0)) at layer \(worst.name)"
    let next = layers.firstIndex { $0.name == worst.name }.flatMap {
      layers.indices.contains($0 + 1) ? layers[$0 + 1] : nil
    }
    // The slope of sigmoid needs weights four times those of Xavier: what is somewhat less than these is not the cause.
    if let next, case let target = self.start(of: next, after: worst),
      next.weightDeviation < (worst.activation == "sigmoid" ? 0.5 : 0.8) * target.deviation
    {
      return start + ": the weights of layer \(next.name) have the deviation \(short(next.weightDeviation)) where "
        + "\(target.rule) is \(short(target.deviation)). Begin with weights "
        + "\(short(target.deviation / next.weightDeviation)) times "
        + "larger."
    }
    // Dead units, which are told of already, are reason enough.
    guard dead == nil else { return nil }
    if worst.activation == "sigmoid" {
      return start
        + ": the slope of sigmoid is at most ¼. Use tanh or relu in hidden layers, or weights four times larger."
    }
    return start + ". Use fewer layers, skip connections or normalisation."
  }

  /// The deviation with which the weights of a layer should begin, by the nonlinearity before it.
  private func start(of layer: LayerHealth, after before: LayerHealth) -> (rule: String, deviation: Double) {
    before.activation.hasPrefix("relu") ? ("He's", layer.he) : ("Xavier's", layer.xavier)
  }

  /// The layer at which the signal shrinks most on its way back. Before an output of few units it shrinks in any
  /// case, and only once, so that place counts only where it is far worse than those between hidden layers.
  private var narrowest: LayerHealth? {
    let gains = layers.dropLast().filter { $0.gain != nil }
    guard let last = gains.last, let output = layers.last else { return nil }
    let usual = (2 * Double(output.outputs) / Double(Swift.max(output.inputs + output.outputs, 1))).squareRoot()
    guard let worst = gains.dropLast().min(by: { ($0.gain ?? 1) < ($1.gain ?? 1) }),
      (last.gain ?? 1) > 0.25 * (worst.gain ?? 1) * usual
    else { return last }
    return worst
  }

  private var exploding: String? {
    if let change, change > 100 {
      let gains = layers.dropLast().filter { $0.gain != nil }
      guard let worst = gains.max(by: { ($0.gain ?? 0) < ($1.gain ?? 0) }) else { return nil }
      let index = layers.firstIndex { $0.name == worst.name } ?? 0
      let next = layers[Swift.min(index + 1, layers.count - 1)]
      let target = start(of: next, after: worst)
      return
        "The gradient grows \(short(change)) times from the last layer to the first, \(short(worst.gain ?? 0)) times "
        + "at layer \(worst.name): the weights of layer \(next.name) have the deviation "
        + "\(short(next.weightDeviation)) where \(target.rule) is \(short(target.deviation)). Begin with weights "
        + "\(short(next.weightDeviation / target.deviation)) times smaller, and clip with clipGradNorm."
    }
    return nil
  }

  // MARK: Curvature

  /// The greatest curvature of the loss, by power iteration on Hessian-vector products, against the learning rate.
  func curvature(_ lr: Double, recompute: () -> Tensor) -> String? {
    let parameters = model.parameters
    guard lr > 0, !parameters.isEmpty, parameters.reduce(0, { $0 + $1.count }) <= 200_000, loss.item().isFinite else {
      return nil
    }
    var vector: [Tensor] = parameters.enumerated().map { index, parameter in
      // Any start that is not orthogonal to the steepest direction serves; this one needs no random numbers.
      let values = (0..<parameter.count).map { (place: Int) -> Double in
        let scrambled: Int = (place &* 7919 &+ index &* 104_729) % 1009
        return Double(scrambled) / 504.5 - 1
      }
      return Tensor(values, dtype: parameter.dtype).reshape(parameter.shape)
    }
    var greatest = 0.0
    let failure = Failure.caught {
      for _ in 0..<16 {
        let size = vector.reduce(0) { $0 + ($1 * $1).sum().item() }.squareRoot()
        guard size > 0, size.isFinite, Failure.pending == nil else { return }
        vector = vector.map { $0 / size }
        let value = recompute()
        guard
          let first = try? Backward.run(
            from: [value], gradients: [nil], inputs: parameters, retainGraph: true, createGraph: true)
        else { return }
        let products = zip(first, vector).compactMap { gradient, direction in gradient.map { ($0 * direction).sum() } }
        guard let head = products.first else { return }
        let product = products.dropFirst().reduce(head) { $0 + $1 }
        guard product.requiresGrad,
          let second = try? Backward.run(
            from: [product], gradients: [nil], inputs: parameters, retainGraph: false, createGraph: false)
        else { return }
        let image = zip(second, parameters).map { found, parameter -> Tensor in
          found ?? Tensor.zeros(parameter.shape, dtype: parameter.dtype)
        }
        greatest = 0
        for (after, before) in zip(image, vector) { greatest += (after * before).sum().item() }
        vector = image
      }
    }
    guard failure == nil, greatest > 0, lr > 2 / greatest else { return nil }
    return
      "The learning rate \(short(lr)) is above 2/λ = \(short(2 / greatest)), λ = \(short(greatest)) being the greatest "
      + "curvature of the loss here: steps along it overshoot and grow. Use less than \(short(1 / greatest))."
  }
}

extension Digest {
  fileprivate var isFinite: Bool { nans + infinities == 0 }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension Tape {
  /// The gradient that arrives at each node, by the operations' own products and in the engine's order; nobody's
  /// `.grad` changes.
  func sweep(from result: Node) -> [Int: Tensor] {
    var places: [ObjectIdentifier: Int] = [:]
    for (index, node) in nodes.enumerated() { places[ObjectIdentifier(node)] = index }
    guard let end = places[ObjectIdentifier(result)] else { return [:] }
    var arrived: [Int: Tensor] = [end: Tensor.ones(result.shape.array, dtype: result.dtype)]
    noGrad {
      for index in nodes.indices.reversed() {
        guard let gradient = arrived[index], let local = LocalDerivative(nodes[index]) else { continue }
        for (input, share) in zip(nodes[index].inputs, local.product(gradient)) {
          guard let share, let place = places[ObjectIdentifier(input)] else { continue }
          arrived[place] = arrived[place].map { $0 + share } ?? share
        }
      }
    }
    return arrived
  }
}
