import Rendering

extension Notebook {
  /// The bytes of an `.ipynb` file of format 4.5, laid out as Jupyter lays them out (keys in order, one space of
  /// indentation, texts by line), so that saving a notebook there and running it here change the same lines.
  package var bytes: [UInt8] {
    let root = JSON.object([
      .init("cells", .array(cells.map(Self.json))), .init("metadata", metadata), .init("nbformat", 4),
      .init("nbformat_minor", 5),
    ])
    var bytes: [UInt8] = []
    root.writeAsJupyter(into: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func json(_ cell: Cell) -> JSON {
    var members: [JSON.Member] = [
      .init("cell_type", .string(cell.kind.rawValue)), .init("id", .string(cell.id)),
      .init("metadata", cell.metadata), .init("source", lines(cell.source)),
    ]
    if let attachments = cell.attachments { members.append(.init("attachments", attachments)) }
    if cell.kind == .code {
      members.append(.init("execution_count", cell.executionCount.map(JSON.int) ?? .null))
      members.append(.init("outputs", .array(cell.outputs.map(json))))
    }
    return .object(members)
  }

  private static func json(_ output: Output) -> JSON {
    switch output {
    case .stream(let stream, let text):
      ["output_type": "stream", "name": .string(stream.rawValue), "text": lines(text)]
    case .display(let bundle):
      ["output_type": "display_data", "data": json(bundle), "metadata": .object(bundle.metadata)]
    case .result(let bundle, let count):
      [
        "output_type": "execute_result", "data": json(bundle), "metadata": .object(bundle.metadata),
        "execution_count": count.map(JSON.int) ?? .null,
      ]
    case .error(let name, let message, let traceback):
      [
        "output_type": "error", "ename": .string(name), "evalue": .string(message),
        "traceback": .array(traceback.map(JSON.string)),
      ]
    }
  }

  private static func json(_ bundle: MIMEBundle) -> JSON {
    .object(
      bundle.forms.map { form in
        guard case .string(let text) = form.value, form.key.hasPrefix("text/") || form.key == MIMEType.svg.rawValue
        else { return form }
        return .init(form.key, lines(text))
      })
  }

  /// A text as the list of its lines, each with its end.
  private static func lines(_ text: String) -> JSON {
    var lines: [JSON] = []
    var start = text.utf8.startIndex
    while start < text.utf8.endIndex {
      let newline = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n"))
      let end = newline.map { text.utf8.index(after: $0) } ?? text.utf8.endIndex
      lines.append(.string(String(text[start..<end])))
      start = end
    }
    return .array(lines)
  }
}

extension JSON {
  fileprivate func writeAsJupyter(into bytes: inout [UInt8], indent: Int) {
    switch self {
    case .array(let elements) where !elements.isEmpty:
      Self.writeList(elements, "[", "]", into: &bytes, indent: indent) { element, bytes in
        element.writeAsJupyter(into: &bytes, indent: indent + 1)
      }
    case .object(let members) where !members.isEmpty:
      let sorted = members.sorted { $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars) }
      Self.writeList(sorted, "{", "}", into: &bytes, indent: indent) { member, bytes in
        JSON.string(member.key).write(into: &bytes)
        bytes += ": ".utf8
        member.value.writeAsJupyter(into: &bytes, indent: indent + 1)
      }
    case .double(let value) where value.isFinite && value != 0 && (abs(value) < 1e-4 || abs(value) >= 1e15):
      // Exponents as Python writes them, which are those of Swift: 1e-05.
      bytes += value.description.utf8
    default: write(into: &bytes)
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], _ open: String, _ close: String, into bytes: inout [UInt8], indent: Int,
    write: (Element, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for (index, element) in elements.enumerated() {
      bytes += (index > 0 ? ",\n" : "\n").utf8
      bytes += repeatElement(UInt8(ascii: " "), count: indent + 1)
      write(element, &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: indent)
    bytes += close.utf8
  }
}
