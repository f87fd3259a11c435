extension Tensor {
  /// Numbers in [0, 1), each as likely as the other; of the generator that `manualSeed` seeds, unless one is given.
  public static func rand(
    _ shape: [Int], generator: Generator? = nil, dtype: DType = .float32, requiresGrad: Bool = false
  ) -> Tensor {
    uniform(shape, 0, 1, generator: generator, dtype: dtype, requiresGrad: requiresGrad)
  }

  /// Numbers in [low, high), each as likely as the other.
  public static func uniform(
    _ shape: [Int], _ low: Double, _ high: Double, generator: Generator? = nil, dtype: DType = .float32,
    requiresGrad: Bool = false
  ) -> Tensor {
    random("uniform", shape, dtype, requiresGrad) { node in
      let generator = generator ?? Generator.shared
      if dtype == .float32 {
        generator.fillUniform(node.floats, count: node.count, from: low, to: high)
      } else {
        generator.fillUniform(node.doublesInPlace, count: node.count, from: low, to: high)
      }
    }
  }

  /// Numbers of the normal distribution of mean 0 and standard deviation 1.
  public static func randn(
    _ shape: [Int], generator: Generator? = nil, dtype: DType = .float32, requiresGrad: Bool = false
  ) -> Tensor {
    normal(shape, 0, 1, generator: generator, dtype: dtype, requiresGrad: requiresGrad)
  }

  /// Numbers of the normal distribution of this mean and standard deviation.
  public static func normal(
    _ shape: [Int], _ mean: Double, _ deviation: Double, generator: Generator? = nil, dtype: DType = .float32,
    requiresGrad: Bool = false
  ) -> Tensor {
    random("normal", shape, dtype, requiresGrad) { node in
      let generator = generator ?? Generator.shared
      if dtype == .float32 {
        generator.fillNormal(node.floats, count: node.count, mean: mean, deviation: deviation)
      } else {
        generator.fillNormal(node.doublesInPlace, count: node.count, mean: mean, deviation: deviation)
      }
    }
  }

  /// Integers (Int64) from `low` to below `high`.
  public static func randint(_ low: Int, _ high: Int, _ shape: [Int], generator: Generator? = nil) -> Tensor {
    attempt { () throws(TensorError) in
      guard low < high else { throw .argument("randint", "there is no integer from \(low) to below \(high)") }
      let node = try Node.make(Shape(checking: shape), .int64)
      (generator ?? Generator.shared).fillIntegers(
        node.pointer.assumingMemoryBound(to: Int64.self), count: node.count, from: low, to: high)
      return node
    }
  }

  /// Integers (Int64) from 0 to below `high`.
  public static func randint(_ high: Int, _ shape: [Int], generator: Generator? = nil) -> Tensor {
    randint(0, high, shape, generator: generator)
  }

  /// The integers 0..<count (Int64) in random order.
  public static func randperm(_ count: Int, generator: Generator? = nil) -> Tensor {
    attempt { () throws(TensorError) in
      // Refused before the generator builds its own array of that size.
      let node = try Node.make(Shape(checking: [count]), .int64)
      let order = (generator ?? Generator.shared).permutation(count)
      let target = node.pointer.assumingMemoryBound(to: Int64.self)
      for (i, value) in order.prefix(node.count).enumerated() { target[i] = Int64(value) }
      return node
    }
  }

  private static func random(
    _ name: String, _ shape: [Int], _ dtype: DType, _ requiresGrad: Bool, fill: (Node) -> Void
  ) -> Tensor {
    attempt { () throws(TensorError) in
      guard dtype.isFloatingPoint else { throw .needsFloat(name, dtype) }
      let node = try Node.make(Shape(checking: shape), dtype)
      fill(node)
      node.requiresGrad = requiresGrad
      return node
    }
  }
}

extension Node {
  package var floats: UnsafeMutablePointer<Float> { pointer.assumingMemoryBound(to: Float.self) }
  package var doublesInPlace: UnsafeMutablePointer<Double> { pointer.assumingMemoryBound(to: Double.self) }
}
