/// Types by generic parameter. A declaration has few parameters, so that looking through them is faster than hashing.
package struct TypeBindings: ExpressibleByDictionaryLiteral, Sequence {
  package typealias Element = (key: GenericParameter, value: Type)

  private var pairs: [Element] = []

  package init() {}

  package init(dictionaryLiteral elements: (GenericParameter, Type)...) {
    for (parameter, type) in elements { self[parameter] = type }
  }

  /// The parameters of one declaration, which differ from each other, with as many arguments.
  init(_ parameters: [GenericParameter], _ arguments: [Type]) {
    let count = Swift.min(parameters.count, arguments.count)
    if count == 0 { return }
    pairs.reserveCapacity(count)
    for index in 0..<count { pairs.append((parameters[index], arguments[index])) }
  }

  package var isEmpty: Bool { pairs.isEmpty }
  package var count: Int { pairs.count }
  package var values: some Sequence<Type> { pairs.lazy.map(\.value) }

  package func makeIterator() -> IndexingIterator<[Element]> { pairs.makeIterator() }

  package subscript(parameter: GenericParameter) -> Type? {
    get {
      for pair in pairs where pair.key === parameter { return pair.value }
      return nil
    }
    set {
      let index = pairs.firstIndex { $0.key === parameter }
      switch (index, newValue) {
      case (let index?, let type?): pairs[index].value = type
      case (let index?, nil): pairs.remove(at: index)
      case (nil, let type?): pairs.append((parameter, type))
      case (nil, nil): break
      }
    }
  }

  package func mapValues(_ transform: (Type) -> Type) -> TypeBindings {
    var result = self
    for index in result.pairs.indices { result.pairs[index].value = transform(result.pairs[index].value) }
    return result
  }
}

/// The order in which parameters were bound makes no difference.
extension TypeBindings: Hashable {
  package static func == (left: TypeBindings, right: TypeBindings) -> Bool {
    left.pairs.count == right.pairs.count && left.pairs.allSatisfy { right[$0.key] == $0.value }
  }

  package func hash(into hasher: inout Hasher) {
    var sum = 0
    for pair in pairs {
      var element = hasher
      element.combine(ObjectIdentifier(pair.key))
      element.combine(pair.value)
      sum ^= element.finalize()
    }
    hasher.combine(sum)
  }
}
