/// One call of a native function: where its arguments lie and where its result goes.
package struct NativeCall {
  package unowned(unsafe) let machine: Machine
  /// The result's words, then the arguments'.
  let frame: Words
  package unowned(unsafe) let signature: NativeSignature
  /// The signature's, which the functions ask for at every argument.
  private let places: UnsafePointer<NativeSignature.Parameter>

  init(machine: Machine, frame: Words, signature: NativeSignature) {
    self.machine = machine
    self.frame = frame
    self.signature = signature
    places = signature.places
  }

  package var argumentCount: Int { signature.parameters.count }

  /// An argument; of an inout parameter the caller's variable, to read and to `assign`. `self` is the first.
  package func argument(_ index: Int) -> CellValue {
    let parameter = places[index]
    let place = frame + parameter.offset
    let words = parameter.isInout ? Words(bitPattern: place[0]) ?? place : place
    return CellValue(words: words, type: parameter.type, machine: machine)
  }

  /// The empty words of the result; a function whose result is not Void must store into it.
  package var result: CellValue { CellValue(words: frame, type: signature.result, machine: machine) }

  /// The concrete types of the function's generic parameters.
  package var generics: [RuntimeType] { signature.generics }

  // MARK: Short forms

  package func int(_ index: Int) -> Int { argument(index).int }
  package func double(_ index: Int) -> Double { argument(index).double }
  package func float(_ index: Int) -> Float { argument(index).float }
  package func bool(_ index: Int) -> Bool { argument(index).bool }
  package func string(_ index: Int) -> String { argument(index).string }
  package func native<Value>(_ index: Int, as type: Value.Type = Value.self) throws -> Value {
    try argument(index).native(as: type)
  }
  package func load<Value: HostValue>(_ index: Int, as type: Value.Type = Value.self) throws -> Value {
    try Value.load(from: argument(index))
  }
  package func `return`<Value: HostValue>(_ value: Value) throws { try value.store(to: result) }
}

/// The types and places of a native function's parameters, worked out once for each instance of it.
package final class NativeSignature {
  package struct Parameter {
    package let offset: Int
    package unowned(unsafe) let type: RuntimeType
    package let isInout: Bool
  }

  package let name: String
  package let parameters: [Parameter]
  /// The same without a count of Swift's on each use.
  fileprivate let places: UnsafePointer<Parameter>
  package let result: RuntimeType
  package let generics: [RuntimeType]
  package let isThrowing: Bool
  /// Of result and arguments together.
  package let words: Int

  init(
    name: String, result: RuntimeType, parameters: [(type: RuntimeType, isInout: Bool)], generics: [RuntimeType],
    isThrowing: Bool
  ) {
    self.name = name
    self.result = result
    self.generics = generics
    self.isThrowing = isThrowing
    var offset = result.layout.words
    var placed: [Parameter] = []
    for (type, isInout) in parameters {
      placed.append(Parameter(offset: offset, type: type, isInout: isInout))
      offset += isInout ? 1 : type.layout.words
    }
    self.parameters = placed
    words = offset
    let memory = UnsafeMutablePointer<Parameter>.allocate(capacity: max(placed.count, 1))
    memory.initialize(from: placed, count: placed.count)
    places = UnsafePointer(memory)
  }

  deinit { places.deallocate() }
}
