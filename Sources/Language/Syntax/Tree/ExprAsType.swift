extension Expr {
  /// The type that an expression spells, where it can be one: `[Int]` reads as a literal with one element until someone
  /// knows that `Int` is a type. Nil where no type is written like that.
  package var asType: TypeExpr? {
    switch kind {
    case .type(let type): return type
    case .name(let name, let generics, nil):
      return TypeExpr(.named([.init(name: name, arguments: generics)]), range)
    case .member(let base, let name, let generics, nil):
      guard let base = base.asType else { return nil }
      if name.text == "Type" || name.text == "Protocol" { return TypeExpr(.metatype(base), range) }
      guard case .named(let components) = base.kind else { return nil }
      return TypeExpr(.named(components + [.init(name: name, arguments: generics)]), range)
    case .optionalChain(let base):
      return base.asType.map { TypeExpr(.optional($0), range) }
    case .array(let elements):
      guard elements.count == 1, let element = elements[0].asType else { return nil }
      return TypeExpr(.array(element), range)
    case .dictionary(let pairs):
      guard pairs.count == 1, let key = pairs[0].key.asType, let value = pairs[0].value.asType else { return nil }
      return TypeExpr(.dictionary(key, value), range)
    case .paren(let inner): return inner.asType.map { TypeExpr($0.kind, range) }
    case .tuple(let elements):
      var types: [(label: Identifier?, type: TypeExpr)] = []
      for element in elements {
        guard let type = element.value.asType else { return nil }
        types.append((element.label, type))
      }
      return TypeExpr(.tuple(types), range)
    case .binary(let left, let name, let right) where name.text == "&":
      guard let left = left.asType, let right = right.asType else { return nil }
      if case .composition(let members) = left.kind { return TypeExpr(.composition(members + [right]), range) }
      return TypeExpr(.composition([left, right]), range)
    case .discard: return TypeExpr(.inferred, range)
    default: return nil
    }
  }
}
