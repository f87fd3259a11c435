import Rendering

extension Notebook {
  /// Why a file is no notebook that can be read.
  package struct FormatError: Error, Equatable, CustomStringConvertible {
    package var description: String

    static func notJSON(_ error: JSON.ParsingError) -> FormatError {
      FormatError(description: "this is not a notebook: it is not JSON (\(error))")
    }
    static let notNotebook = FormatError(description: "this is not a notebook: it has no list of cells")
    static func oldFormat(_ version: Int) -> FormatError {
      FormatError(
        description: "this notebook has format \(version), and Nabla reads format 4: "
          + "open it in JupyterLab and save it, which converts it")
    }
    static func badCell(_ index: Int, _ what: String) -> FormatError {
      FormatError(description: "cell \(index + 1) of the notebook \(what)")
    }
  }

  /// Reads the bytes of an `.ipynb` file.
  package init(parsing bytes: [UInt8]) throws(FormatError) {
    let root: JSON
    do { root = try JSON(parsing: bytes) } catch { throw .notJSON(error) }
    if case .int(let version)? = root["nbformat"], version != 4 { throw .oldFormat(version) }
    guard case .array(let cells)? = root["cells"] else { throw .notNotebook }
    self.init(cells: [], metadata: root["metadata"] ?? .object([]))
    for (index, cell) in cells.enumerated() { self.cells.append(try Self.cell(cell, at: index)) }
  }

  private static func cell(_ json: JSON, at index: Int) throws(FormatError) -> Cell {
    guard case .string(let name)? = json["cell_type"], let kind = Cell.Kind(rawValue: name) else {
      throw .badCell(index, "is neither code, Markdown nor raw")
    }
    guard let source = json["source"]?.joinedLines else { throw .badCell(index, "has no source") }
    // Format 4.5 gave cells an id; older files get one by place, so that two runs write the same.
    let id = if case .string(let id)? = json["id"] { id } else { "cell-\(index + 1)" }
    var cell = Cell(id: id, kind: kind, source: source)
    cell.metadata = json["metadata"] ?? .object([])
    cell.attachments = json["attachments"]
    if case .int(let count)? = json["execution_count"] { cell.executionCount = count }
    if case .array(let outputs)? = json["outputs"] {
      for output in outputs {
        guard let output = Self.output(output) else { throw .badCell(index, "has an output of an unknown kind") }
        cell.outputs.append(output)
      }
    }
    return cell
  }

  private static func output(_ json: JSON) -> Output? {
    guard case .string(let type)? = json["output_type"] else { return nil }
    switch type {
    case "stream":
      guard case .string(let name)? = json["name"], let stream = OutputStream(rawValue: name),
        let text = json["text"]?.joinedLines
      else { return nil }
      return .stream(stream, text)
    case "display_data": return .display(bundle(json))
    case "execute_result":
      let count: Int? = if case .int(let count)? = json["execution_count"] { count } else { nil }
      return .result(bundle(json), count: count)
    case "error":
      guard case .string(let name)? = json["ename"], case .string(let message)? = json["evalue"],
        case .array(let lines)? = json["traceback"]
      else { return nil }
      return .error(name: name, message: message, traceback: lines.compactMap(\.joinedLines))
    default: return nil
    }
  }

  /// The forms of a display or a result, and what front ends are told about them.
  private static func bundle(_ output: JSON) -> MIMEBundle {
    let data = output["data"]
    var bundle = MIMEBundle(text: data?[MIMEType.text.rawValue]?.joinedLines ?? "")
    if case .object(let members)? = output["metadata"] { bundle.metadata = members }
    guard case .object(let members)? = data else { return bundle }
    for member in members where member.key != MIMEType.text.rawValue {
      let type = MIMEType(rawValue: member.key)
      bundle[type] = type.isJSON ? member.value : member.value.joinedLines.map(JSON.string) ?? member.value
    }
    return bundle
  }
}

extension MIMEType {
  /// Whether the content is a JSON value and not a text.
  var isJSON: Bool { rawValue.hasPrefix("application/") && rawValue.hasSuffix("json") }
}

extension JSON {
  /// A text that a notebook holds whole or as a list of its lines.
  fileprivate var joinedLines: String? {
    switch self {
    case .string(let text): return text
    case .array(let lines):
      var text = ""
      for line in lines {
        guard case .string(let line) = line else { return nil }
        text += line
      }
      return text
    default: return nil
    }
  }
}
