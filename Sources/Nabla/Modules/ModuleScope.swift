/// The place in a model of the module that runs, so that the tape can say which layer an operation belongs to.
///
/// A scope is a number, and equal paths have equal numbers, so that noting one costs a store.
package enum ModuleScope {
  /// No module.
  package static let none: Int32 = 0

  /// All scopes that were ever entered on this thread.
  package struct Table {
    fileprivate struct Entry {
      let path: String
      var children: [Int32] = []
    }

    fileprivate var entries = [Entry(path: "")]

    package init() {}

    /// The scope of child `index` of a scope.
    fileprivate mutating func child(_ index: Int, of scope: Int32) -> Int32 {
      let parent = Int(scope)
      while entries[parent].children.count <= index {
        let path = entries[parent].path
        let name = String(entries[parent].children.count)
        entries.append(Entry(path: path.isEmpty ? name : "\(path).\(name)"))
        entries[parent].children.append(Int32(entries.count - 1))
      }
      return entries[parent].children[index]
    }
  }

  /// Enters child `index` of the current scope, and gives back the scope to return to.
  package static func enter(_ index: Int) -> Int32 {
    let state = engine
    let outer = state.pointee.moduleScope
    state.pointee.moduleScope = state.pointee.moduleScopes.child(index, of: outer)
    return outer
  }

  /// Returns to a scope.
  package static func leave(to scope: Int32) { engine.pointee.moduleScope = scope }

  /// The path of a scope: "0.2".
  package static func path(_ scope: Int32) -> String? {
    scope == none ? nil : engine.pointee.moduleScopes.entries[Int(scope)].path
  }
}
