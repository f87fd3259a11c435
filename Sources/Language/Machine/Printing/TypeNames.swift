/// The names of types as Swift prints them: `Array<Int>`, `(Int, String) -> Bool`, `Shape`.
package enum TypeNames {
  package static func display(_ type: Type, qualified: Bool = false) -> String {
    switch type {
    case .nominal(let decl, let arguments):
      return named(decl, arguments, qualified: qualified)
    case .tuple(let elements):
      return "("
        + elements.map { ($0.label.map { $0 + ": " } ?? "") + display($0.type, qualified: qualified) }
        .joined(separator: ", ") + ")"
    case .function(let function):
      let parameters = function.parameters.map { ($0.isInout ? "inout " : "") + display($0.type, qualified: qualified) + ($0.isVariadic ? "..." : "") }
      let effect = function.thrownType.map { "throws(\(display($0, qualified: qualified))) " } ?? (function.isThrowing ? "throws " : "")
      return "(" + parameters.joined(separator: ", ") + ") " + effect + "-> "
        + display(function.result, qualified: qualified)
    case .metatype(let instance): return display(instance, qualified: qualified) + ".Type"
    case .existential(let existential):
      if existential.protocols.isEmpty { return existential.isClassBound ? "AnyObject" : "Any" }
      return existential.protocols.map { named($0, [], qualified: qualified) }.joined(separator: " & ")
    case .parameter(let parameter): return parameter.name
    case .dependent(let base, let associated): return display(base) + "." + associated.name
    case .opaque(let opaque, _): return "some " + opaque.protocols.map(\.name).joined(separator: " & ")
    case .variable, .error: return "_"
    }
  }

  /// A type within a generic one has the outer arguments too: they stand behind the outer name.
  private static func named(_ decl: NominalDecl, _ arguments: [Type], qualified: Bool) -> String {
    let outerCount = min(decl.parent?.generics.count ?? 0, arguments.count)
    var name = decl.name
    if arguments.count > outerCount {
      name += "<" + arguments.dropFirst(outerCount).map { display($0, qualified: qualified) }.joined(separator: ", ") + ">"
    }
    guard qualified else { return name }
    guard let outer = decl.parent else { return module(decl) + "." + name }
    return named(outer, Array(arguments.prefix(outerCount)), qualified: true) + "." + name
  }

  /// `main` for what cells declare, else the module's name.
  static func module(_ decl: NominalDecl) -> String {
    if decl.range.file.cell > 0 { return "main" }
    return String(decl.range.file.name.prefix { $0 != "/" })
  }

  /// `Point.length` for a method, `closure`, `top level`.
  static func display(_ decl: FunctionDecl) -> String {
    let owner = decl.parent.map { $0.name + "." } ?? ""
    switch decl.kind {
    case .topLevel: return "top level"
    case .closure: return "closure"
    case .initializer: return owner + "init"
    case .deinitializer: return owner + "deinit"
    case .getter, .setter, .observer: return owner + (decl.property?.name ?? "subscript")
    case .value: return owner + (decl.name.isEmpty ? "value" : decl.name)
    case .function, .method: return owner + decl.name
    }
  }
}
