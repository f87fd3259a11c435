public import Rendering

/// What `diagnose` found: the layers of a model with what flows through them in both directions, and what is wrong,
/// each with its cause and a remedy.
public struct Diagnosis: Displayable {
  /// What is wrong, one sentence each; empty for a healthy model.
  public package(set) var findings: [String]
  package var layers: [LayerHealth]
  package var loss: Double

  /// Whether nothing was found.
  public var isHealthy: Bool { findings.isEmpty }

  public var bundle: MIMEBundle {
    var html = "<div style=\"font-size:13px;padding:4px 10px\">"
    for line in verdict {
      let color = isHealthy ? Palette.good : Palette.bad
      html +=
        "<div style=\"border-left:3px solid \(color);padding:2px 8px;margin:2px 0\">\(Escaping.markup(line))</div>"
    }
    html += "</div>" + table.html
    let text = (verdict.map { (isHealthy ? "✓ " : "⚠ ") + $0 }).joined(separator: "\n") + "\n\n" + table.text
    return MIMEBundle(text: text).adding(.html, .string(html))
  }

  private var verdict: [String] {
    isHealthy ? ["Nothing wrong: the signal keeps its size on the way forward and back."] : findings
  }

  package var table: Table {
    func write(_ value: Double?) -> String { value.map { NumberFormat.short($0, digits: 3) } ?? "" }
    func percent(_ value: Double?) -> String { value.map { NumberFormat.percent($0) } ?? "" }
    return Table(
      caption: "From input to output",
      columns: [
        Column("layer", words: layers.map(\.name)), Column("weights", words: layers.map(\.shapeText)),
        Column("then", words: layers.map(\.activation)),
        // What tells the fault comes first: a page may have no room for all columns.
        Column("size of ∂L/∂z", words: layers.map { write($0.signal) }, alignment: .right),
        Column("gain", words: layers.map { write($0.gain) }, alignment: .right),
        Column("predicted", words: layers.map { write($0.predictedGain) }, alignment: .right),
        Column("saturated", words: layers.map { percent($0.saturated) }, alignment: .right),
        Column("dead units", words: layers.map { percent($0.dead) }, alignment: .right),
        Column("deviation of w", words: layers.map { write($0.weightDeviation) }, alignment: .right),
        Column("Xavier", words: layers.map { write($0.xavier) }, alignment: .right),
        Column("He", words: layers.map { write($0.he) }, alignment: .right),
        Column("deviation of z", words: layers.map { write($0.preDeviation) }, alignment: .right),
      ],
      notes: [
        "loss \(NumberFormat.short(loss, digits: 5)); gain: the size of ∂L/∂z by that of the layer after; "
          + "predicted: √(outputs of the layer after · mean w²) · root mean square of the activation's slope"
      ])
  }
}

/// One linear layer with the nonlinearity behind it.
package struct LayerHealth {
  package var name: String
  package var shapeText: String
  /// The nonlinearity, empty where there is none.
  package var activation: String
  package var inputs: Int
  package var outputs: Int
  package var weightDeviation: Double
  /// The root mean square of its weights.
  package var weightSize: Double
  package var biasMean: Double?
  package var preDeviation: Double
  package var preMagnitude: Double
  /// The share of values where the nonlinearity has less than a twentieth of its greatest slope.
  package var saturated: Double?
  /// The share of units that are zero, with slope zero, for the whole batch.
  package var dead: Double?
  /// The root mean square of the nonlinearity's slope.
  package var slope: Double?
  /// The root mean square of ∂L/∂z.
  package var signal: Double
  package var gain: Double?
  package var predictedGain: Double?
  package var isOutput = false

  /// The deviation of weights that keeps the signal's size both ways on average (Glorot and Bengio, 2010).
  package var xavier: Double { (2 / Double(Swift.max(inputs + outputs, 1))).squareRoot() }
  /// The deviation that does so for ReLU (He et al., 2015).
  package var he: Double { (2 / Double(Swift.max(inputs, 1))).squareRoot() }
}

/// Looks for what keeps a model from learning, and names the cause: vanishing and exploding gradients, saturated and
/// dead units, initial scale, a forgotten zeroGrad, softmax given twice, a sum where a mean was meant, a learning rate
/// that is too high.
///
/// ```swift
/// diagnose(model, on: x, lr: 0.5) { mseLoss($0, y) }
/// ```
///
/// Nobody's `.grad` changes. Call it before `optimizer.step()` and after `backward()` to have gradients that were
/// added up by mistake found too.
///
/// - Parameters:
///   - model: the model
///   - x: a batch of inputs
///   - lr: the learning rate of plain gradient descent, checked against 2/λ of the loss' greatest curvature λ
///   - loss: the loss of the model's output
public func diagnose(
  _ model: any Module, on x: Tensor, lr: Double? = nil, loss: (Tensor) -> Tensor
) -> Diagnosis {
  _ = model.namedParameters  // which also names them
  let wasEnabled = setGradEnabled(true)
  defer { setGradEnabled(wasEnabled) }
  let result = loss(model(x))
  guard result.count == 1, result.node.operation != nil else {
    Failure.report(
      result.count == 1 ? .noHistory("diagnose", result.node) : .needsScalar("diagnose", result.node.shape))
    return Diagnosis(findings: [], layers: [], loss: .nan)
  }
  let examination = Examination(model, Tape(of: result), loss: result)
  var findings = examination.findings
  if let lr, findings.isEmpty || lr > 0 {
    if let finding = examination.curvature(lr, recompute: { loss(model(x)) }) { findings.append(finding) }
  }
  return Diagnosis(findings: findings, layers: examination.layers, loss: result.item())
}
