import Language
import Testing

@Suite struct IntrinsicsTests {
  /// Every operation that the library's text names, in the order of the text.
  static let names: [String] = Library.sources.flatMap { source -> [String] in
    source.text.split(separator: "@intrinsic(\"").dropFirst().compactMap { rest in
      rest.split(separator: "\"", maxSplits: 1).first.map(String.init)
    }
  }

  @Test func theLibraryNamesOperations() { #expect(Self.names.count > 100) }

  @Test(arguments: Set(names).sorted()) func theMachineKnows(name: String) {
    #expect(MachineOperations.isKnown(name), "no instruction or native for \(name)")
  }
}
