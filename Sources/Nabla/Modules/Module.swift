/// A part of a network: parameters, and a function of one tensor.
///
/// ```swift
/// struct Perceptron: Module {
///   let hidden = Linear(2, 8)
///   let output = Linear(8, 1)
///   func callAsFunction(_ x: Tensor) -> Tensor { sigmoid(output(tanh(hidden(x)))) }
/// }
/// ```
///
/// Parameters are found in the stored properties: tensors with `requiresGrad`, other modules, and arrays,
/// dictionaries and optionals of them.
public protocol Module {
  /// The module's function.
  func callAsFunction(_ x: Tensor) -> Tensor

  /// What may hold parameters: the stored properties by name, unless a type says otherwise.
  var members: [(name: String, value: Any)] { get }
}

/// A module that behaves differently while it is trained.
public protocol TrainableModule: Module, AnyObject {
  /// Whether the module is being trained, as it is at first.
  var isTraining: Bool { get set }
}

extension Module {
  /// A module of another form has a call of its own; this one is for modules that map one tensor to one.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    Failure.report(.notOneToOne("\(type(of: self))"))
    return x
  }

  /// The stored properties by name, those of superclasses first.
  public var members: [(name: String, value: Any)] { storedProperties(of: self) }

  /// The parameters with their names, in the order of declaration: ("0.weight", tensor), …
  ///
  /// A parameter that stands in two places is listed once.
  public var namedParameters: [(name: String, value: Tensor)] {
    var seen: Set<ObjectIdentifier> = []
    return namedTensors.filter { $0.value.requiresGrad && seen.insert(ObjectIdentifier($0.value.node)).inserted }
  }

  /// The parameters, in the order of declaration.
  public var parameters: [Tensor] { namedParameters.map { $0.value } }

  /// The parameters and buffers with their names: what a file of the model holds.
  public var namedTensors: [(name: String, value: Tensor)] {
    var found: [(name: String, value: Tensor)] = []
    walk(self, "", 0) { name, value in
      if let tensor = value as? Tensor {
        found.append((name: name, value: tensor))
        if tensor.node.name == nil { tensor.node.name = name }
      }
    }
    return found
  }

  /// The modules inside with their names, in the order of declaration, each before those inside it.
  public var namedModules: [(name: String, value: any Module)] {
    var found: [(name: String, value: any Module)] = []
    walk(self, "", 0) { name, value in
      if !name.isEmpty, let module = value as? any Module { found.append((name: name, value: module)) }
    }
    return found
  }

  /// How many numbers can be trained.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }

  /// The parameter or buffer of a name. Setting it copies the values in, for everyone who holds the parameter.
  public subscript(_ name: String) -> Tensor {
    get {
      let all = namedTensors
      if let found = all.first(where: { $0.name == name }) { return found.value }
      Failure.report(.unknownParameter(name, known: all.map { $0.name }))
      return .fallback
    }
    nonmutating set {
      let all = namedTensors
      guard let found = all.first(where: { $0.name == name })?.value else {
        return Failure.report(.unknownParameter(name, known: all.map { $0.name }))
      }
      noGrad { found.overwrite(with: newValue, as: "subscript") }
    }
  }

  /// Prepares for training: dropout drops, batch norm uses the batch's own statistics.
  public func train() { setTraining(true) }

  /// Prepares for use: dropout passes everything, batch norm uses the statistics it has gathered.
  public func eval() { setTraining(false) }

  private func setTraining(_ isTraining: Bool) {
    walk(self, "", 0) { _, value in (value as? any TrainableModule)?.isTraining = isTraining }
  }

  /// Sets the gradients of all parameters to nil.
  public func zeroGrad() {
    for parameter in parameters { parameter.node.dropGrad() }
  }

  /// Freezes the parameters, or lets them be trained again.
  public func requiresGrad(_ isRequired: Bool) {
    for tensor in namedTensors where tensor.value.dtype.isFloatingPoint && tensor.value.isLeaf {
      tensor.value.requiresGrad = isRequired
    }
  }
}

/// Visits a module, what it holds, and what that holds, each with its name. The depth is bounded: a module may refer
/// to itself.
private func walk(_ value: Any, _ name: String, _ depth: Int, _ visit: (String, Any) -> Void) {
  guard depth < 64 else { return }
  func inside(_ child: String) -> String { name.isEmpty ? child : "\(name).\(child)" }
  switch value {
  case is Tensor: visit(name, value)
  case let module as any Module:
    visit(name, value)
    for member in module.members { walk(member.value, inside(member.name), depth + 1, visit) }
  case let list as [any Module]:
    for (i, module) in list.enumerated() { walk(module, inside(String(i)), depth + 1, visit) }
  default:
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      if let wrapped = mirror.children.first { walk(wrapped.value, name, depth + 1, visit) }
    case .collection:
      for (i, element) in mirror.children.enumerated() {
        guard holdsParameters(element.value) else { return }
        walk(element.value, inside(String(i)), depth + 1, visit)
      }
    case .dictionary:
      let pairs = mirror.children.compactMap { child -> (String, Any)? in
        let pair = Array(Mirror(reflecting: child.value).children)
        return pair.count == 2 ? ("\(pair[0].value)", pair[1].value) : nil
      }
      for (key, element) in pairs.sorted(by: { $0.0 < $1.0 }) { walk(element, inside(key), depth + 1, visit) }
    case .tuple:
      for (i, element) in mirror.children.enumerated() {
        walk(element.value, inside(element.label ?? String(i)), depth + 1, visit)
      }
    default: break
    }
  }
}

/// Whether a value may be or hold a parameter: it keeps the walk out of arrays of a million numbers.
private func holdsParameters(_ value: Any) -> Bool {
  !(value is Double || value is Float || value is Int || value is Bool || value is String)
}

/// The stored properties by name, those of superclasses first.
private func storedProperties(of value: Any) -> [(name: String, value: Any)] {
  var members: [(name: String, value: Any)] = []
  var mirror: Mirror? = Mirror(reflecting: value)
  while let current = mirror {
    let own = current.children.compactMap { child in child.label.map { (name: $0, value: child.value) } }
    members = own + members
    mirror = current.superclassMirror
  }
  return members
}
