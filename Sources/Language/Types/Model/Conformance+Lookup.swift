/// What the checker keeps about a nominal type beside its declaration.
final class NominalInfo {
  /// Members by name, declared when first looked for.
  @exclusivity(unchecked) var members: [String: [MemberEntry]] = [:]
  /// The same entries in the order of declaration.
  @exclusivity(unchecked) var order: [MemberEntry] = []
  /// Conformances by protocol, the implied ones included; nil after a change.
  var conformanceIndex: [NominalDecl: Conformance]? {
    didSet { protocolsByName = nil }
  }
  /// The protocols of that index in the order of their names.
  var protocolsByName: [NominalDecl]?
  /// Conformances that others imply, kept so that each has one identity.
  var implied: [NominalDecl: Conformance] = [:]
  /// Of a protocol: itself and all that it refines, nearest first; nil after a change.
  var refined: [NominalDecl]?
  /// The scope in which its members are resolved.
  var scope: Scope?
  /// How many of its generic parameters belong to what is around it.
  var outerCount = 0
  /// Declared inside a function, whose generic parameters it shares.
  var isLocal = false
  /// Where the declaration of a class says `required` or has designated initialisers of its own.
  var hasOwnInitializer = false
  /// Types that list their primary associated types, of a protocol.
  var primaryAssociated: [String] = []
  /// Defaults that a refining protocol gives for inherited associated types.
  var fallbacks: [AssociatedTypeDecl: Type] = [:]
  /// Functions that only exist because a conformance or a missing initialiser asked for them.
  var hasSynthesized: Set<String> = []
}

/// Something that a type declares under a name.
package enum Member {
  case property(PropertyDecl)
  case function(FunctionDecl)
  case subscriptDecl(SubscriptDecl)
  case enumCase(EnumCaseDecl)
  case nominal(NominalDecl)
  case alias(TypeAliasDecl)
  case associatedType(AssociatedTypeDecl)
}

/// One declaration among a type's members; its signature is worked out at the first use.
final class MemberEntry {
  @exclusivity(unchecked) private var state: State
  /// Where the declaration stands, for the order of candidates.
  let isInExtension: Bool

  private enum State {
    case waiting(() -> [Member])
    case working
    case done([Member])
  }

  /// Nobody wrote it.
  let isImplicit: Bool

  /// What stands in the text of a module, until it is declared.
  private var text: Decl?
  /// The labels of its parameters, which the text tells before it is declared.
  private lazy var labels = text?.parameterLabels

  init(isInExtension: Bool, isImplicit: Bool = false, text: Decl? = nil, _ declare: @escaping () -> [Member]) {
    state = .waiting(declare)
    self.text = text
    self.isInExtension = isInExtension
    self.isImplicit = isImplicit
  }

  init(_ member: Member, isInExtension: Bool = false) {
    state = .done([member])
    self.isInExtension = isInExtension
    isImplicit = false
  }

  /// Whether a call with such arguments may be one of it, as far as labels tell.
  func mayTake(_ call: CallLabels) -> Bool {
    if case .done = state { return true }
    guard let labels else { return true }
    return call.fit(labels)
  }

  var members: [Member] {
    switch state {
    case .done(let members): return members
    case .working: return []
    case .waiting(let declare):
      state = .working
      let members = declare()
      state = .done(members)
      text = nil
      return members
    }
  }
}

/// The labels of a call's arguments in parentheses.
struct CallLabels {
  let labels: [String?]

  /// Whether a declaration with such labels may take them: each label is one of its own, and a first argument without
  /// one needs a parameter without one.
  func fit(_ declared: [String?]) -> Bool {
    guard let first = labels.first else { return true }
    if first == nil, !declared.contains(nil) { return false }
    return labels.allSatisfy { $0 == nil || declared.contains($0) }
  }
}

extension Decl {
  /// The labels of what was passed over, if it has parameters.
  fileprivate var parameterLabels: [String?]? {
    guard case .deferred(let deferred) = kind else { return nil }
    switch deferred.what {
    case .function(_, isOperator: false, _), .initializer: return Skimmer.labels(of: range, isSubscript: false)
    case .subscriptDecl: return Skimmer.labels(of: range, isSubscript: true)
    case .function, .property: return nil
    }
  }
}

extension NominalDecl {
  /// What it declares itself under a name, extensions included.
  package func members(named name: String) -> [Member] { (info.members[name] ?? []).flatMap(\.members) }

  /// Its own generic parameters as types.
  package var selfType: Type {
    isProtocol ? generics.first.map(Type.parameter) ?? .error : .nominal(self, generics.map(Type.parameter))
  }

  /// Of a protocol: itself and all that it refines.
  package var allRefined: [NominalDecl] {
    if let refined = info.refined { return refined }
    var found: [NominalDecl] = [self]
    var next = 0
    while next < found.count {
      for conformance in found[next].conformances where !found.contains(conformance.proto) {
        found.append(conformance.proto)
      }
      next += 1
    }
    info.refined = found
    return found
  }

  /// Conformances by protocol, with those that others imply; those of a superclass are not among them.
  var conformanceIndex: [NominalDecl: Conformance] {
    if let index = info.conformanceIndex { return index }
    var index: [NominalDecl: Conformance] = [:]
    for conformance in conformances where index[conformance.proto] == nil { index[conformance.proto] = conformance }
    if !isProtocol {
      for conformance in conformances {
        for refined in conformance.proto.allRefined where index[refined] == nil {
          let implied =
            info.implied[refined]
            ?? Conformance(type: self, proto: refined, conditions: conformance.conditions)
          implied.isExplicit = false
          if info.implied[refined] == nil {
            implied.range = conformance.range
            conformance.hooks?.set(implied)
            implied.hooks = conformance.hooks
            info.implied[refined] = implied
          }
          index[refined] = implied
        }
      }
    }
    info.conformanceIndex = index
    return index
  }

  /// The protocols that it conforms to itself, in the order of their names.
  var protocolsByName: [NominalDecl] {
    let index = conformanceIndex
    if let known = info.protocolsByName { return known }
    let sorted = index.keys.sorted { $0.name < $1.name }
    info.protocolsByName = sorted
    return sorted
  }

  /// The superclass and its superclasses, nearest first.
  package var superclasses: [NominalDecl] {
    var found: [NominalDecl] = []
    var current = superclass?.nominal
    while let decl = current, found.count < 64 {
      found.append(decl)
      current = decl.superclass?.nominal
    }
    return found
  }
}

/// How the checker completes a conformance when it is first asked.
final class ConformanceHooks {
  /// Gives a conformance what completes it.
  let set: (Conformance) -> Void

  init(_ set: @escaping (Conformance) -> Void) { self.set = set }
}

extension Conformance {
  /// The associated type in terms of the conforming type's own generic parameters.
  package func associatedType(_ associated: AssociatedTypeDecl) -> Type {
    if let type = associatedTypes[associated] { return type }
    guard let inferAssociatedType, associatedTypesInProgress.insert(associated).inserted else { return .error }
    let type = inferAssociatedType(associated)
    associatedTypesInProgress.remove(associated)
    associatedTypes[associated] = type
    return type
  }

  /// What meets a requirement; nil where nothing does.
  package func witness(for requirement: FunctionDecl) -> FunctionRef? {
    if let complete = completeWitnesses {
      completeWitnesses = nil
      complete()
    }
    if let findWitness, requirementsAsked.insert(requirement).inserted { findWitness(requirement) }
    return witnesses[requirement]
  }
}

extension Type {
  package var nominal: NominalDecl? {
    if case .nominal(let decl, _) = self { return decl }
    return nil
  }

  package var isError: Bool {
    if case .error = self { return true }
    return false
  }

  package var isVoid: Bool {
    if case .tuple(let elements) = self { return elements.isEmpty }
    return false
  }

  /// The conformance of a nominal type, whatever its conditions, with the generic arguments it is in terms of.
  package func nominalConformance(to proto: NominalDecl) -> (conformance: Conformance, arguments: [Type])? {
    var current = self
    for _ in 0..<64 {
      guard case .nominal(let decl, let arguments) = current else { return nil }
      if let conformance = decl.conformanceIndex[proto] { return (conformance, arguments) }
      guard let superclass = decl.superclass else { return nil }
      current = superclass.substituting(Substitutions(decl.generics, arguments))
    }
    return nil
  }

  /// `Self.Element` of this type: concrete where this type is.
  package func projected(_ associated: AssociatedTypeDecl) -> Type {
    switch self {
    case .nominal:
      guard let (conformance, arguments) = nominalConformance(to: associated.parent) else { return .error }
      let type = conformance.associatedType(associated)
      return type.substituting(Substitutions(conformance.type.generics, arguments))
    case .existential(let existential): return existential.associated[associated] ?? .dependent(self, associated)
    case .opaque(let opaque, _): return opaque.associated[associated] ?? .dependent(self, associated)
    case .error: return .error
    case .tuple, .function, .metatype: return .error
    case .parameter, .dependent, .variable: return .dependent(self, associated)
    }
  }
}

extension Substitutions {
  package init(_ parameters: [GenericParameter], _ arguments: [Type]) {
    self.init(TypeBindings(parameters, arguments))
  }
}
