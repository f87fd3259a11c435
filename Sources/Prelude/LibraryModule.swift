package import Language

/// The library as cells see it: interface, functions and types, all made from its public declarations.
package enum LibraryModule {
  /// Made at the first question, which a session asks when its first cell comes.
  package static var module: HostModule {
    HostModule(name: "Nabla", interface: interface, functions: { functions }, type: type(named:), typeNames: typeNames)
  }
}
