/// All differentiable operations, by family. A family is a property here, an operation a property of its family.
package struct Operations {
  package let arithmetic = ArithmeticOperations()
  package let scalar = ScalarOperations()
  package let selection = SelectionOperations()
  package let power = PowerOperations()
  package let exponential = ExponentialOperations()
  package let trigonometric = TrigonometricOperations()
  package let hyperbolic = HyperbolicOperations()
  package let activation = ActivationOperations()
  package let magnitude = MagnitudeOperations()
  package let errorFunction = ErrorFunctionOperations()
  package let conversion = ConversionOperations()
  package let view = ViewOperations()
  package let index = IndexOperations()
  package let joining = JoiningOperations()
  package let reduction = ReductionOperations()
  package let product = ProductOperations()
  package let convolution = ConvolutionOperations()
  package let pooling = PoolingOperations()
  package let normalization = NormalizationOperations()
  package let dropout = DropoutOperations()
  package let softmax = SoftmaxOperations()
  package let loss = LossOperations()

  /// Every operation, found by reflection: tests and the reference page read it.
  package static var all: [(path: String, operation: Operation)] {
    Mirror(reflecting: operations).children.flatMap { family in
      Mirror(reflecting: family.value).children.compactMap { property in
        guard let operation = property.value as? Operation else { return nil }
        return (path: "\(family.label ?? "").\(property.label ?? "")", operation: operation)
      }
    }
  }
}

/// The operations, made at the first use.
package let operations = Operations()
