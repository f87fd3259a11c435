extension Library {
  /// `print` and its kin, and input from the person at the notebook.
  static let output = #"""
    @intrinsic("output.print") public func print(_ items: Any..., separator: String = " ", terminator: String = "\n")
    func _joined(_ items: [Any], _ separator: String) -> String {
      var text = ""
      var isFirst = true
      for item in items {
        if isFirst { isFirst = false } else { text += separator }
        text += String(describing: item)
      }
      return text
    }
    public func print<Target: TextOutputStream>(_ items: Any..., separator: String = " ", terminator: String = "\n", to output: inout Target) {
      output.write(_joined(items, separator) + terminator)
    }
    @intrinsic("output.debugPrint") public func debugPrint(_ items: Any..., separator: String = " ", terminator: String = "\n")
    @intrinsic("output.dump") @discardableResult public func dump<T>(_ value: T) -> T
    @intrinsic("output.printError") public func printError(_ items: Any..., separator: String = " ", terminator: String = "\n")
    @intrinsic("input.readLine") func _readLine(_ prompt: String, _ password: Bool, _ strip: Bool) -> String?
    public func readLine(strippingNewline: Bool = true) -> String? { _readLine("", false, strippingNewline) }
    /// Asks the person at the notebook for one line.
    public func readLine(prompt: String, password: Bool = false) -> String? { _readLine(prompt, password, true) }
    """#
}
