/// Why a place must be writable.
enum MutationPurpose {
  case assignment
  case mutatingCall(String, SourceRange)
  case inoutArgument(SourceRange)
  case operatorCall(SourceRange)
}

extension Checker {
  /// Says what is wrong where a place cannot be written to.
  func checkMutable(_ place: TypedExpr, _ purpose: MutationPurpose, _ context: FunctionContext) {
    guard let obstacle = obstacle(place, isOutermost: true, context) else { return }
    let message: Diagnostic.Message
    switch purpose {
    case .assignment:
      let kind: String
      switch place.kind {
      case .property: kind = "property"
      case .subscriptAccess: kind = "through subscript"
      default: kind = "value"
      }
      message = .cannotAssign(kind, obstacle.text)
    case .mutatingCall: message = .cannotMutate(obstacle.text)
    case .inoutArgument: message = .cannotPassInout(obstacle.text)
    case .operatorCall: message = .leftSideImmutable(obstacle.text)
    }
    let range: SourceRange
    switch purpose {
    case .mutatingCall(_, let name): range = name
    case .inoutArgument(let argument): range = argument
    case .operatorCall(let name): range = name
    case .assignment: range = place.nameRange
    }
    report(message, at: range, notes: obstacle.notes, fixes: obstacle.fixes)
  }

  /// Says that a member is not for this code.
  func checkAccess(
    _ access: String?, _ name: String, _ owner: NominalDecl, _ declared: SourceRange, at range: SourceRange, _ context: FunctionContext,
    isInitializer: Bool = false
  ) {
    guard let access else { return }
    if access == "fileprivate", declared.file === range.file { return }
    var around: FunctionContext? = context
    while let function = around {
      var nominal = function.nominal
      while let here = nominal {
        if here === owner { return }
        nominal = here.parent
      }
      // A local function sees what the function around it sees.
      around = function.parent
    }
    // The type around a private member sees it too.
    var nominal = owner.parent
    while let here = nominal {
      if here === context.nominal { return }
      nominal = here.parent
    }
    report(isInitializer ? .initializerInaccessible(name, access) : .inaccessible(name, access), at: range)
  }

  private struct Obstacle {
    var text: String
    var notes: [Note] = []
    var fixes: [Diagnostic.Fix] = []
  }

  /// What stands in the way of writing, with the way out.
  private func obstacle(_ place: TypedExpr, isOutermost: Bool, _ context: FunctionContext) -> Obstacle? {
    switch place.kind {
    case .variable(let variable): return obstacle(variable, isOutermost: isOutermost, context)
    case .property(let base, let property, _, _, let isDirect):
      if property.isStored {
        if property.isLet, !(isDirect && isOutermost && property.initializer == nil) {
          return Obstacle(
            text: "'\(property.name)' is a 'let' constant",
            notes: isDirect || property.range.file.cell == 0 ? [] : [(.changeLetToVar, property.range)], fixes: letFix(property.range))
        }
      } else if !property.isSettable {
        return Obstacle(text: "'\(property.name)' is a get-only property")
      }
      if let access = property.setAccess, !isVisible(access, property, context, place.range) {
        return Obstacle(text: "'\(property.name)' setter is inaccessible")
      }
      guard let base, !property.isStatic else { return nil }
      if isClassBound(base.type) { return nil }
      if isDirect { return nil }
      if let set = property.accessors.set, !property.isStored, !set.isMutating { return nil }
      return obstacle(base, isOutermost: false, context)
    case .subscriptAccess(let base, let decl, _, _):
      guard let set = decl.accessors.set else { return Obstacle(text: "subscript is get-only") }
      if isClassBound(base.type) || !set.isMutating { return nil }
      return obstacle(base, isOutermost: false, context)
    case .tupleElement(let base, _), .forceUnwrap(let base, _), .chainValue(let base): return obstacle(base, isOutermost: false, context)
    case .optionalChain(let inner): return obstacle(inner, isOutermost: false, context)
    case .applyKeyPath(let base, let path):
      if let name = path.type.nominal?.name {
        if name == "KeyPath" { return Obstacle(text: "key path is read-only") }
        if name == "ReferenceWritableKeyPath" { return nil }
      }
      return obstacle(base, isOutermost: false, context)
    case .discard, .error: return nil
    case .tuple(let elements):
      for element in elements { if let found = obstacle(element, isOutermost: isOutermost, context) { return found } }
      return nil
    case .call(.function(let reference, _), _):
      if reference.decl.kind == .getter { return Obstacle(text: "'\(reference.decl.name)' is a get-only property") }
      if reference.decl.isOperator { return Obstacle(text: "'\(reference.decl.name)' returns immutable value") }
      if reference.decl.kind == .initializer { return Obstacle(text: "function call returns immutable value") }
      return Obstacle(text: "'\(reference.decl.name)' returns immutable value")
    case .call, .construct: return Obstacle(text: "function call returns immutable value")
    case .integer, .floating, .string, .boolean, .array, .dictionary, .character, .interpolation: return Obstacle(text: "literals are not mutable")
    case .functionConversion(let inner): return obstacle(inner, isOutermost: isOutermost, context)
    default: return Obstacle(text: "rvalue is not mutable")
    }
  }

  private func isVisible(_ access: String, _ property: PropertyDecl, _ context: FunctionContext, _ range: SourceRange) -> Bool {
    if access == "fileprivate" || property.range.file.cell == 0 { return property.range.file === range.file }
    var around: FunctionContext? = context
    while let function = around {
      var nominal = function.nominal
      while let here = nominal {
        if here === property.parent { return true }
        nominal = here.parent
      }
      around = function.parent
    }
    return false
  }

  private func letFix(_ range: SourceRange) -> [Diagnostic.Fix] {
    guard range.file.cell > 0 else { return [] }
    // The word before the name.
    let bytes = range.file.bytes
    var end = Int(range.start)
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard end >= 3, Array(bytes[end - 3..<end]) == Array("let".utf8) else { return [] }
    return [Diagnostic.Fix(label: "change 'let' to 'var' to make it mutable", range: SourceRange(file: range.file, start: end - 3, end: end), replacement: "var")]
  }

  private func obstacle(_ variable: Variable, isOutermost: Bool, _ context: FunctionContext) -> Obstacle? {
    if let accessors = variable.accessors, accessors.get != nil {
      return accessors.set == nil ? Obstacle(text: "'\(variable.name)' is a get-only property") : nil
    }
    guard variable.isLet else { return nil }
    if variable.name == "self" {
      if isClassBound(variable.type) { return isOutermost ? Obstacle(text: "'self' is immutable") : nil }
      let member = context.enclosingMember
      var found = Obstacle(text: "'self' is immutable")
      if let member, member.kind == .method {
        found.notes = [(.markMutating(member.name), member.range)]
        found.fixes = [Diagnostic.Fix(label: "mark method 'mutating' to make 'self' mutable", range: member.range.functionKeyword, replacement: "mutating ")]
      }
      return found
    }
    if variable.kind.isLocalOrGlobal, withoutValue.contains(variable), isOutermost { return nil }
    let isParameter: Bool
    if case .parameter = variable.kind { isParameter = true } else { isParameter = false }
    var found = Obstacle(text: "'\(variable.name)' is a 'let' constant")
    if !isParameter, variable.range.file.cell > 0 {
      found.fixes = letFix(variable.range)
      if !found.fixes.isEmpty { found.notes = [(.changeLetToVar, variable.range)] }
    }
    return found
  }
}

extension TypedExpr {
  /// Where a message about a place points: at the name of a member, the bracket of a subscript.
  var nameRange: SourceRange {
    if case .subscriptAccess(let base, _, _, _) = kind, Int(base.range.end) < Int(range.end) {
      return SourceRange(file: range.file, start: Int(base.range.end), end: Int(range.end))
    }
    guard case .property(_, let property, _, _, _) = kind else { return range }
    let start = Int(range.end) - property.name.utf8.count
    let name = SourceRange(file: range.file, start: start, end: Int(range.end))
    return start >= Int(range.start) && name.text == property.name ? name : range
  }
}

extension Variable.Kind {
  var isLocalOrGlobal: Bool {
    switch self {
    case .local, .global: return true
    case .parameter, .inoutParameter: return false
    }
  }
}

extension SourceRange {
  /// The `let` or `var` before a pattern.
  var bindingKeyword: SourceRange {
    let bytes = file.bytes
    var end = Int(start)
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let begin = max(0, end - 3)
    return SourceRange(file: file, start: begin, end: Int(self.end))
  }

  /// The empty range before `func`, for a name after it.
  var functionKeyword: SourceRange {
    let bytes = file.bytes
    var end = Int(start)
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let begin = max(0, end - 4)
    return SourceRange(file: file, start: begin, end: begin)
  }
}
