internal import Rendering

extension Node {
  /// What a person would call it: its name, or the operation that made it, or what kind of leaf it is.
  package var title: String {
    if let name { return name }
    if let operation { return operation.name }
    return requiresGrad ? "parameter" : count == 1 && !isValueReleased ? NumberFormat.short(element(at: 0)) : "input"
  }

  /// What made it, and in which module: "linear (0)"; a leaf's name.
  package var origin: String {
    guard let operation else { return title }
    return operation.name + (modulePath.map { " (\($0))" } ?? "")
  }

  /// Its elements in a few words: all of a few, else mean and deviation.
  package var valueText: String {
    if isValueReleased { return "(given up)" }
    let values = sample(limit: 1 << 16)
    if values.isEmpty { return "empty" }
    if values.count == count, count <= 4 {
      let list = values.map { NumberFormat.short($0) }.joined(separator: ", ")
      return count == 1 ? list : "[\(list)]"
    }
    let digest = Digest(values, of: count)
    if digest.finite == 0 { return "no finite values" }
    let broken = digest.nans + digest.infinities > 0 ? " ⚠ not finite" : ""
    return "\(NumberFormat.short(digest.mean, digits: 3)) ± \(NumberFormat.short(digest.deviation, digits: 3))\(broken)"
  }

  /// Its shape as `4 × 8`; nothing for a single number.
  package var shapeText: String {
    shape.array.map { String($0) }.joined(separator: " × ")
  }
}
