import Rendering

/// What differs between the outputs saved in a notebook and those of a run.
package struct OutputComparison {
  /// One difference, at the first place where a cell's outputs part.
  package struct Difference: CustomStringConvertible {
    /// The cell by its number in the run and its id.
    package var cell: String
    package var description: String
  }

  package private(set) var differences: [Difference] = []
  /// The cells that were compared.
  package private(set) var comparedCount = 0

  /// Cells with this tag are run and not compared: their output is meant to change (a time, a date).
  package static let exemptTag = "no-check"

  /// Compares cell by cell. Live displays count only as present: a bar of progress tells how long the run took.
  package init(saved: Notebook, run: NotebookRun) {
    for (index, (old, new)) in zip(saved.cells, run.notebook.cells).enumerated() where new.kind == .code {
      guard !old.isExempt else { continue }
      comparedCount += 1
      let live = run.liveOutputs[index] ?? []
      guard let difference = Self.firstDifference(old.outputs, new.outputs, live: live) else { continue }
      let number = new.executionCount.map { "[\($0)] " } ?? ""
      differences.append(Difference(cell: "\(number)\(new.id)", description: difference))
    }
  }

  private static func firstDifference(_ old: [Notebook.Output], _ new: [Notebook.Output], live: [Int]) -> String? {
    for (index, (old, new)) in zip(old, new).enumerated() {
      if live.contains(index), case .display = old { continue }
      if let difference = difference(old, new) { return "output \(index + 1), \(difference)" }
    }
    guard old.count != new.count else { return nil }
    return "\(old.count) \(old.count == 1 ? "output" : "outputs") saved, \(new.count) now"
  }

  private static func difference(_ old: Notebook.Output, _ new: Notebook.Output) -> String? {
    switch (old, new) {
    case (.stream(let name, let before), .stream(let newName, let after)) where name == newName:
      return lineDifference(name.rawValue, before, after)
    case (.display(let before), .display(let after)), (.result(let before, _), .result(let after, _)):
      return difference(before, after)
    case (.error(let name, let message, _), .error(let newName, let newMessage, _)):
      return lineDifference("error", "\(name): \(message)", "\(newName): \(newMessage)")
    default: return "\(kind(old)) saved, \(kind(new)) now"
    }
  }

  /// Pictures count only as present: the fonts and libraries of the machine draw them, from data that the other forms
  /// of the bundle hold in full.
  private static func difference(_ old: MIMEBundle, _ new: MIMEBundle) -> String? {
    let types = { (bundle: MIMEBundle) in Set(bundle.forms.map(\.key)) }
    for type in types(old).symmetricDifference(types(new)).sorted() where !isPicture(type) {
      return "\(type): \(types(old).contains(type) ? "saved, missing now" : "not saved, there now")"
    }
    for form in old.forms where !isPicture(form.key) {
      let before = text(form.value)
      let after = text(new[MIMEType(rawValue: form.key)] ?? .null)
      if let difference = lineDifference(form.key, before, after) { return difference }
    }
    return nil
  }

  private static func isPicture(_ type: String) -> Bool { type.hasPrefix("image/") }

  private static func text(_ value: JSON) -> String {
    if case .string(let text) = value { text } else { String(decoding: value.sortedByKey.utf8, as: UTF8.self) }
  }

  private static func lineDifference(_ what: String, _ old: String, _ new: String) -> String? {
    guard Array(old.utf8) != Array(new.utf8) else { return nil }
    let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
    let (before, after) = (lines(old), lines(new))
    for (index, (old, new)) in zip(before, after).enumerated() where !old.utf8.elementsEqual(new.utf8) {
      let (old, new) = excerpt(old, new)
      return "\(what), line \(index + 1): saved '\(old)', now '\(new)'"
    }
    return "\(what): \(before.count) lines saved, \(after.count) now"
  }

  /// The parts of two lines around the first place where they differ.
  private static func excerpt(_ old: Substring, _ new: Substring) -> (String, String) {
    let common = zip(old, new).prefix { $0 == $1 }.count
    let start = max(0, common - 20)
    let cut = { (line: Substring) in
      let part = line.dropFirst(start).prefix(60)
      return (start > 0 ? "…" : "") + Escaping.terminal(String(part)) + (line.count > start + 60 ? "…" : "")
    }
    return (cut(old), cut(new))
  }

  private static func kind(_ output: Notebook.Output) -> String {
    switch output {
    case .stream(let name, _): name.rawValue
    case .display: "a display"
    case .result: "a result"
    case .error(let name, _, _): "the error \(name)"
    }
  }
}

extension Notebook.Cell {
  fileprivate var isExempt: Bool {
    guard case .array(let tags)? = metadata["tags"] else { return false }
    return tags.contains(.string(OutputComparison.exemptTag))
  }
}

extension JSON {
  /// The value with the keys of every object in order: a notebook that Jupyter saved has them so.
  fileprivate var sortedByKey: JSON {
    switch self {
    case .array(let elements): .array(elements.map(\.sortedByKey))
    case .object(let members):
      .object(
        members.map { Member($0.key, $0.value.sortedByKey) }.sorted {
          $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
        })
    default: self
    }
  }
}
