/// What comparing one element of a gradient with finite differences found.
public enum GradientVerdict: String, Sendable, CaseIterable {
  /// The two agree to the relative tolerance.
  case certified
  /// They do not agree relatively, but both are so small that differences cannot tell.
  case excused
  /// The function has a kink here: its slopes from the left and the right differ.
  case kink
  /// The gradient is wrong.
  case wrong
}

/// A gradient beside finite differences, element by element.
public struct GradientCheck: CustomStringConvertible {
  /// One element of one input.
  public struct Entry {
    /// The number of the input.
    public let input: Int
    /// The position in the input, dimension by dimension.
    public let position: [Int]
    /// What backward computed.
    public let analytic: Double
    /// What the central difference gave.
    public let numeric: Double
    /// Whether the two agree.
    public let verdict: GradientVerdict
  }

  /// All elements of all inputs.
  public let entries: [Entry]

  /// Whether no element is wrong.
  public var isPassed: Bool { !entries.contains { $0.verdict == .wrong } }

  /// How many elements have a verdict.
  public func count(_ verdict: GradientVerdict) -> Int { entries.reduce(0) { $0 + ($1.verdict == verdict ? 1 : 0) } }

  /// The counts, and the first elements that are wrong.
  public var description: String {
    let counts = GradientVerdict.allCases.compactMap { verdict -> String? in
      let count = count(verdict)
      return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }
    var text = "gradcheck: " + (entries.isEmpty ? "nothing to check" : counts.joined(separator: ", "))
    for entry in entries.filter({ $0.verdict == .wrong }).prefix(5) {
      text += "\n  input \(entry.input) at \(entry.position): backward \(entry.analytic), difference \(entry.numeric)"
    }
    return text
  }
}

/// Compares the gradient that backward computes with central differences, in Float64.
///
/// The function is given the inputs, converted to Float64 and free of history. When its result is not a single number
/// it is projected onto one by fixed weights.
///
/// - Parameters:
///   - eps: the step of the differences, relative to elements beyond 1.
///   - rtol: up to this relative error an element is certified.
///   - atol: up to this absolute error, relative to the size of the function, an element is excused.
public func gradcheck(
  _ f: ([Tensor]) -> Tensor, _ inputs: [Tensor], eps: Double = 1e-6, rtol: Double = 1e-5, atol: Double = 1e-8
) -> GradientCheck {
  let leaves = inputs.map { input -> Tensor in
    guard input.dtype.isFloatingPoint else { return input }
    let leaf = noGrad { input.detach().to(.float64).clone() }
    leaf.requiresGrad = true
    return leaf
  }
  let previous = setGradEnabled(true)
  let result = f(leaves)
  let weights = Tensor(
    (0..<result.count).map { 0.6 + 0.4 * Double(($0 * 7919) % 13) / 13 }, shape: result.shape, dtype: .float64)
  let projected = (result * weights).sum()
  defer { setGradEnabled(previous) }
  let none = [Tensor?](repeating: nil, count: leaves.count)
  let gradients: [Tensor?] = attempt(or: none) { () throws(TensorError) in
    guard projected.requiresGrad else { return none }
    return try Backward.run(
      from: [projected], gradients: [nil], inputs: leaves, retainGraph: false, createGraph: false)
  }

  // With recording on: the function may itself take gradients.
  func value() -> Double { (f(leaves) * weights).sum().item() }
  let centre = value()
  var entries: [GradientCheck.Entry] = []
  for (number, leaf) in leaves.enumerated() where leaf.dtype.isFloatingPoint {
    let analytic = gradients[number]?.toArray() ?? Array(repeating: 0, count: leaf.count)
    let values = leaf.node.doublesInPlace
    for i in 0..<leaf.count {
      let original = values[i]
      let step = eps * max(1, original.magnitude)
      values[i] = original + step
      let (above, right) = (values[i] - original, value())
      values[i] = original - step
      let (below, left) = (original - values[i], value())
      values[i] = original
      let numeric = (right - left) / (above + below)
      let error = (analytic[i] - numeric).magnitude
      let scale = max(analytic[i].magnitude, numeric.magnitude)
      let verdict: GradientVerdict
      if error <= rtol * scale {
        verdict = .certified
      } else if error <= atol * max(1, centre.magnitude), scale <= 1e-3 * max(1, centre.magnitude) {
        verdict = .excused
      } else {
        let (fromRight, fromLeft) = ((right - centre) / above, (centre - left) / below)
        let disagreement = (fromRight - fromLeft).magnitude
        // A smooth function's one-sided slopes differ by its second derivative times the step.
        let isKink = disagreement > 1e-2 * max(fromRight.magnitude, fromLeft.magnitude)
          && analytic[i] >= min(fromLeft, fromRight) - rtol * scale
          && analytic[i] <= max(fromLeft, fromRight) + rtol * scale
        verdict = isKink ? .kink : .wrong
      }
      var position: [Int] = []
      var rest = i
      for dim in (0..<leaf.rank).reversed() {
        position.insert(rest % leaf.node.shape[dim], at: 0)
        rest /= leaf.node.shape[dim]
      }
      entries.append(
        GradientCheck.Entry(
          input: number, position: position, analytic: analytic[i], numeric: numeric, verdict: verdict))
    }
  }
  return GradientCheck(entries: entries)
}
