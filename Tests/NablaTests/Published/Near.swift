import Testing

/// Whether numbers agree with published ones, each within `tolerance` or, where greater than one, that share of it.
func expectNear(
  _ values: [Double], _ published: [Double], _ tolerance: Double, _ what: String = "",
  location: SourceLocation = #_sourceLocation
) {
  #expect(values.count == published.count, "\(what)", sourceLocation: location)
  for (i, (a, b)) in zip(values, published).enumerated() {
    #expect((a - b).magnitude <= tolerance * max(1, b.magnitude), "\(what) \(i)", sourceLocation: location)
  }
}

func expectNear(
  _ value: Double, _ published: Double, _ tolerance: Double, _ what: String = "",
  location: SourceLocation = #_sourceLocation
) {
  expectNear([value], [published], tolerance, what, location: location)
}
