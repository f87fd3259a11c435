/// The standard library of cells, as source text of the cell language itself.
///
/// What can be written in the language is written in it, so that the compiler to bytecode makes an instance for each
/// type it is used with; what needs the machine is an `@intrinsic`. Bodies are checked at their first use.
package enum Library {
  /// The texts in the order in which they are declared.
  package static let sources: [SourceFile] = [
    ("protocols", protocols), ("tuples", tuples), ("numbers", numbers), ("optional", optional), ("ranges", ranges), ("sequence", sequence),
    ("collection", collection), ("collectionViews", collectionViews), ("lazy", lazy), ("array", array),
    ("dictionary", dictionary), ("sets", sets), ("string", string), ("text", text), ("foundation", foundation),
    ("keyPaths", keyPaths), ("output", output),
  ].map { SourceFile(name: "Swift/\($0.0)", cell: 0, text: $0.1) }
}
