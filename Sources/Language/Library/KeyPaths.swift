extension Library {
  /// The types of key paths; the machine makes their values.
  static let keyPaths = #"""
    @representation("keyPath") public class KeyPath<Root, Value> {
      public func appending<Next>(path: KeyPath<Value, Next>) -> KeyPath<Root, Next> {
        let first = self
        return _keyPath({ (root: Root) -> Next in root[keyPath: first][keyPath: path] })
      }
      public func appending<Next>(path: ReferenceWritableKeyPath<Value, Next>) -> ReferenceWritableKeyPath<Root, Next> {
        let first = self
        return _referenceKeyPath(
          { (root: Root) -> Next in root[keyPath: first][keyPath: path] },
          { (root: inout Root, value: Next) -> Void in root[keyPath: first][keyPath: path] = value })
      }
    }
    @representation("keyPath") public class WritableKeyPath<Root, Value>: KeyPath<Root, Value> {
      public func appending<Next>(path: WritableKeyPath<Value, Next>) -> WritableKeyPath<Root, Next> {
        let first = self
        return _writableKeyPath(
          { (root: Root) -> Next in root[keyPath: first][keyPath: path] },
          { (root: inout Root, value: Next) -> Void in root[keyPath: first][keyPath: path] = value })
      }
    }
    @representation("keyPath") public class ReferenceWritableKeyPath<Root, Value>: WritableKeyPath<Root, Value> {
      public override func appending<Next>(path: WritableKeyPath<Value, Next>) -> ReferenceWritableKeyPath<Root, Next> {
        let first = self
        return _referenceKeyPath(
          { (root: Root) -> Next in root[keyPath: first][keyPath: path] },
          { (root: inout Root, value: Next) -> Void in root[keyPath: first][keyPath: path] = value })
      }
    }
    @intrinsic("keyPath.make") func _keyPath<Root, Value>(_ get: @escaping (Root) -> Value) -> KeyPath<Root, Value>
    @intrinsic("keyPath.make")
    func _writableKeyPath<Root, Value>(_ get: @escaping (Root) -> Value, _ set: @escaping (inout Root, Value) -> Void) -> WritableKeyPath<Root, Value>
    @intrinsic("keyPath.make")
    func _referenceKeyPath<Root, Value>(_ get: @escaping (Root) -> Value, _ set: @escaping (inout Root, Value) -> Void) -> ReferenceWritableKeyPath<Root, Value>
    """#
}
