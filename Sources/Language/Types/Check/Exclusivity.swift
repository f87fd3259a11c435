extension Checker {
  /// Two arguments of one call that are changed must not be, or lie within, the same place.
  func checkExclusive(_ arguments: [TypedArgument], callee: FunctionDecl) {
    var paths: [(path: AccessPath, place: TypedExpr)] = []
    for case .inoutArgument(let place) in arguments {
      guard let path = AccessPath(place, self) else { continue }
      if let other = paths.first(where: { $0.path.overlaps(path) }) {
        report(.overlappingAccesses(path.common(other.path), isSwap: callee.name == "swap" && path.isElement && other.path.isElement), at: other.place.range.includingAmpersand)
        return
      }
      paths.append((path, place))
    }
  }
}

/// A variable and the stored parts of it that lead to a place.
private struct AccessPath {
  let root: Variable
  var parts: [Part] = []
  /// What comes after is not known before the program runs.
  var isOpen = false
  var isElement = false

  enum Part: Hashable {
    case property(PropertyDecl)
    case element(Int)

    var name: String {
      switch self {
      case .property(let property): property.name
      case .element(let index): "\(index)"
      }
    }
  }

  /// nil where the place does not lie within a variable.
  init?(_ place: TypedExpr, _ checker: Checker) {
    switch place.kind {
    case .variable(let variable): root = variable
    case .property(let base?, let property, _, _, _) where !property.isStatic && !checker.isClassBound(base.type):
      guard let outer = AccessPath(base, checker) else { return nil }
      self = outer
      if !property.isStored || property.isLazy || property.accessors.willSet != nil || property.accessors.didSet != nil { isOpen = true }
      if !isOpen { parts.append(.property(property)) }
    case .tupleElement(let base, let index):
      guard let outer = AccessPath(base, checker) else { return nil }
      self = outer
      if !isOpen { parts.append(.element(index)) }
    case .subscriptAccess(let base, let decl, _, _) where !checker.isClassBound(base.type):
      guard let outer = AccessPath(base, checker) else { return nil }
      self = outer
      isOpen = true
      isElement = decl.addressor == "array"
    case .forceUnwrap(let base, _), .chainValue(let base):
      guard let outer = AccessPath(base, checker) else { return nil }
      self = outer
    default: return nil
    }
  }

  /// The place that both have to themselves: `p.a`.
  func common(_ other: AccessPath) -> String {
    let shared = zip(parts, other.parts).map { $0.0.name }
    return ([root.name] + shared).joined(separator: ".")
  }

  func overlaps(_ other: AccessPath) -> Bool {
    root === other.root && zip(parts, other.parts).allSatisfy { $0 == $1 }
  }
}

extension SourceRange {
  /// With the `&` in front of it.
  fileprivate var includingAmpersand: SourceRange {
    let before = Int(start) - 1
    guard before >= 0, file.bytes[before] == UInt8(ascii: "&") else { return self }
    return SourceRange(file: file, start: before, end: Int(end))
  }
}
