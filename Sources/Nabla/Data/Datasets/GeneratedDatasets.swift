extension Dataset {
  /// Exclusive or: the four pairs of 0 and 1, and whether they differ. x [4, 2], y [4, 1].
  public static var xor: Dataset {
    Dataset(Tensor([[0, 0], [0, 1], [1, 0], [1, 1]]), Tensor([[0], [1], [1], [0]]), featureNames: ["x1", "x2"])
  }

  /// Two half circles that reach into each other, as scikit-learn's `make_moons` makes them: with the generator
  /// `Generator(.numpy, seed: s)` the same points as after `numpy.random.seed(s)`. x [count, 2], y [count, 1].
  /// - Parameter noise: the standard deviation of what is added to each coordinate
  public static func moons(
    _ count: Int, noise: Double = 0.1, generator: Generator? = nil, dtype: DType = .float32
  ) -> Dataset {
    let generator = generator ?? Generator.shared
    let count = max(count, 0)
    let outer = count / 2
    var points: [(x: Double, y: Double, label: Double)] = angles(outer).map { (Elementary.cos($0), Elementary.sin($0), 0) }
    points += angles(count - outer).map { (1 - Elementary.cos($0), 1 - Elementary.sin($0) - 0.5, 1) }
    let order = generator.permutation(count)
    let shifts = generator.normal(0, noise, 2 * count)
    var x: [Double] = []
    for (i, place) in order.enumerated() {
      x += [points[place].x + shifts[2 * i], points[place].y + shifts[2 * i + 1]]
    }
    return Dataset(
      Tensor(x, shape: [count, 2], dtype: dtype),
      Tensor(order.map { points[$0].label }, shape: [count, 1], dtype: dtype),
      featureNames: ["x1", "x2"], classNames: ["outer", "inner"])
  }

  /// Arms of a spiral, a class each, as the notes of Stanford's CS231n draw them: with the generator
  /// `Generator(.numpy, seed: s)` the same points as after `numpy.random.seed(s)`. x [count · classes, 2],
  /// y [count · classes].
  /// - Parameters:
  ///   - count: the points of one arm
  ///   - noise: the standard deviation of what is added to each angle
  public static func spiral(
    _ count: Int = 100, classes: Int = 3, noise: Double = 0.2, generator: Generator? = nil, dtype: DType = .float32
  ) -> Dataset {
    let generator = generator ?? Generator.shared
    let (count, classes) = (max(count, 0), max(classes, 0))
    var x: [Double] = []
    var y: [Int] = []
    for arm in 0..<classes {
      let radii = spaced(0, 1, count)
      let angles = spaced(Double(arm) * 4, Double(arm + 1) * 4, count)
      let shifts = generator.normal(0, noise, count)
      for i in 0..<count {
        let angle = angles[i] + shifts[i]
        x += [radii[i] * Elementary.sin(angle), radii[i] * Elementary.cos(angle)]
      }
      y += [Int](repeating: arm, count: count)
    }
    return Dataset(Tensor(x, shape: [y.count, 2], dtype: dtype), Tensor(y), featureNames: ["x1", "x2"])
  }

  private static func angles(_ count: Int) -> [Double] { spaced(0, Double.pi, count) }

  /// `numpy.linspace`, to the bit.
  private static func spaced(_ start: Double, _ end: Double, _ count: Int) -> [Double] {
    guard count > 1 else { return [Double](repeating: start, count: count) }
    let step = (end - start) / Double(count - 1)
    return (0..<count).map { $0 == count - 1 ? end : Double($0) * step + start }
  }
}
