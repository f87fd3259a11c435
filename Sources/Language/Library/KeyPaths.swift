extension Library {
  /// The types of key paths; the machine makes their values.
  static let keyPaths = #"""
    @representation("keyPath") public class KeyPath<Root, Value> {}
    @representation("keyPath") public class WritableKeyPath<Root, Value>: KeyPath<Root, Value> {}
    @representation("keyPath") public class ReferenceWritableKeyPath<Root, Value>: WritableKeyPath<Root, Value> {}
    """#
}
