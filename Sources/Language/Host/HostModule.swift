/// A module of the host: its interface as text of the cell language, and what stands behind it.
///
/// In the text a function without a body carries `@native(N)`, the number of its entry in `functions`, and a nominal type
/// `@native("Name")`, by which `type` finds it.
///
/// Functions and types are asked for when a cell first needs one: describing all of them brings a megabyte of the
/// library's code into memory.
package struct HostModule {
  package var name: String
  package var interface: String
  package var functions: () -> [NativeFunction]
  package var type: (String) -> HostType?
  package var typeNames: [String]

  package init(
    name: String, interface: String, functions: @escaping () -> [NativeFunction], type: @escaping (String) -> HostType?,
    typeNames: [String]
  ) {
    self.name = name
    self.interface = interface
    self.functions = functions
    self.type = type
    self.typeNames = typeNames
  }
}

/// An entry of a module: reads its arguments, writes its result. A Swift error that it throws becomes an error of the
/// cell language where the function is declared `throws`, else it stops the cell with the error's description.
package typealias NativeFunction = (NativeCall) throws -> Void

/// What the machine must know of a host type. Values of it are references to a class instance of the host, or to a
/// `NativeBox` of anything else.
package struct HostType {
  package var name: String
  /// The class whose instances are this type's values, so that a value that comes back as `any P` finds its type.
  package var swiftClass: AnyClass?
  /// What `print` shows.
  package var describe: (AnyObject) -> String
  /// What `debugPrint`, and a collection that holds the value, shows.
  package var debugDescribe: (AnyObject) -> String
  /// Told the name of the variable that a value is bound to; nil where the type does not ask.
  package var bound: ((AnyObject, String) -> Void)?

  package init(
    name: String, swiftClass: AnyClass? = nil, describe: ((AnyObject) -> String)? = nil,
    debugDescribe: ((AnyObject) -> String)? = nil, bound: ((AnyObject, String) -> Void)? = nil
  ) {
    self.name = name
    self.swiftClass = swiftClass
    let describe = describe ?? { String(describing: $0) }
    self.describe = describe
    self.debugDescribe = debugDescribe ?? describe
    self.bound = bound
  }
}
