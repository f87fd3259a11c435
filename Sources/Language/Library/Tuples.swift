extension Library {
  /// `==`, `<` and their kin for tuples of two to six values.
  static let tuples: String = (2...6).map { count in
    let names = "ABCDEF".prefix(count).map { String($0) }
    let tuple = "(" + names.joined(separator: ", ") + ")"
    func generics(_ bound: String) -> String { "<" + names.map { "\($0): \(bound)" }.joined(separator: ", ") + ">" }
    let equal = (0..<count).map { "lhs.\($0) == rhs.\($0)" }.joined(separator: " && ")
    let steps = (0..<count - 1).map { "if lhs.\($0) != rhs.\($0) { return lhs.\($0) < rhs.\($0) }" }
    let operands = "(lhs: \(tuple), rhs: \(tuple)) -> Bool"
    return """
      public func == \(generics("Equatable"))\(operands) { \(equal) }
      public func != \(generics("Equatable"))\(operands) { !(lhs == rhs) }
      public func < \(generics("Comparable"))\(operands) {
        \((steps + ["return lhs.\(count - 1) < rhs.\(count - 1)"]).joined(separator: "\n  "))
      }
      public func > \(generics("Comparable"))\(operands) { rhs < lhs }
      public func <= \(generics("Comparable"))\(operands) { !(rhs < lhs) }
      public func >= \(generics("Comparable"))\(operands) { !(lhs < rhs) }

      """
  }.joined()
}
