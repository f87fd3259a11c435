/// Where the cells' own names stand in the text of a cell, noted while it is checked: what an export must rename where
/// a later cell declares a name again.
package final class Mentions {
  /// A name that stands for a declaration of a cell at top level, or declares one.
  package struct Place: Hashable {
    package var name: String
    /// In bytes of the text.
    package var start: Int
  }

  package private(set) var places: Set<Place> = []
  /// Names that the cell declares in place of earlier declarations.
  package private(set) var replaced: Set<String> = []

  package init() {}

  func note(_ name: String, at range: SourceRange) { places.insert(Place(name: name, start: Int(range.start))) }

  func noteReplaced(_ name: String) { replaced.insert(name) }
}

extension Checker {
  /// Notes a name that was looked up.
  func mention(_ name: Identifier, _ entity: Entity?) {
    guard let mentions, let entity, cell != nil, place(of: entity) != nil else { return }
    mentions.note(name.text, at: name.range)
  }

  /// Notes what a cell declares, before it joins the session.
  func mentionDeclarations(of module: ModuleScope) {
    guard let mentions else { return }
    for (name, entities) in module.names {
      for entity in entities { if let range = place(of: entity) { mentions.note(name, at: range) } }
      guard let known = session.names[name] else { continue }
      let joins = entities.allSatisfy(\.isFunction) && known.allSatisfy(\.isFunction)
        && !known.contains { old in entities.contains { haveSameSignature(old, $0) } }
      if !joins { mentions.noteReplaced(name) }
    }
  }

  private func haveSameSignature(_ first: Entity, _ second: Entity) -> Bool {
    guard case .function(let left) = first, case .function(let right) = second else { return false }
    return hasSameSignature(left, right)
  }

  /// Where a cell declares something at its top level; nil for all else.
  private func place(of entity: Entity) -> SourceRange? {
    switch entity {
    case .variable(let variable):
      if case .global = variable.kind, variable.range.file.cell > 0 { variable.range } else { nil }
    case .function(let function):
      if function.parent == nil, function.range.file.cell > 0, !localFunctions.contains(function) { function.range } else { nil }
    case .nominal(let decl): decl.parent == nil && decl.range.file.cell > 0 ? decl.range : nil
    case .alias, .generic, .metatypeSelf, .module, .pending: nil
    }
  }
}
