extension Markdown {
  init(parsing source: String) {
    // An `isNewline` split takes "\r\n", which Swift holds for one character, as one end of line.
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var reader = BlockReader(lines: lines, depth: 0)
    blocks = reader.blocks()
  }

  /// Reads blocks line by line; what stands inside a list item or a quote is read again by a reader of its own.
  private struct BlockReader {
    let lines: [Substring]
    let depth: Int
    var index = 0

    init(lines: [Substring], depth: Int) {
      self.lines = lines
      self.depth = depth
    }

    mutating func blocks() -> [Block] {
      var blocks: [Block] = []
      while index < lines.count {
        if lines[index].isBlank {
          index += 1
        } else {
          blocks.append(block())
        }
      }
      return blocks
    }

    private mutating func block() -> Block {
      let line = lines[index]
      if let heading = line.heading {
        index += 1
        return .heading(level: heading.level, Span.parse(heading.text))
      }
      if let fence = line.fence { return code(fence) }
      if line.indentation >= 4 { return indentedCode() }
      if line.trimmed.hasPrefix("$$"), let formula = math() { return .math(formula) }
      if line.isRule {
        index += 1
        return .rule
      }
      if depth < Markdown.deepestNesting {
        if line.trimmed.hasPrefix(">") { return quote() }
        if let marker = line.listMarker { return list(marker) }
      }
      if index + 1 < lines.count, let alignments = lines[index + 1].tableAlignments,
        lines[index].tableCells.count == alignments.count
      {
        return table(alignments)
      }
      return paragraph()
    }

    private mutating func code(_ fence: Substring.Fence) -> Block {
      let indentation = lines[index].indentation
      index += 1
      var content: [Substring] = []
      while index < lines.count {
        let line = lines[index]
        index += 1
        if line.closes(fence) { break }
        content.append(line.droppingIndentation(indentation))
      }
      return .code(language: fence.language, content.joined(separator: "\n"))
    }

    private mutating func indentedCode() -> Block {
      var content: [Substring] = []
      while index < lines.count, lines[index].isBlank || lines[index].indentation >= 4 {
        content.append(lines[index].droppingIndentation(4))
        index += 1
      }
      while content.last?.isBlank == true { content.removeLast() }
      return .code(language: "", content.joined(separator: "\n"))
    }

    /// A formula from `$$` to `$$`; nil, and nothing read, where the second is missing or text follows it.
    private mutating func math() -> String? {
      var content: [Substring] = []
      var rest = lines[index].trimmed.dropFirst(2)
      var next = index + 1
      while true {
        if let end = rest.firstRange(of: "$$") {
          guard rest[end.upperBound...].isBlank else { return nil }
          content.append(rest[..<end.lowerBound])
          index = next
          return content.joined(separator: "\n").trimmed.description
        }
        content.append(rest)
        guard next < lines.count, !lines[next].isBlank else { return nil }
        rest = lines[next]
        next += 1
      }
    }

    private mutating func quote() -> Block {
      var content: [Substring] = []
      while index < lines.count, !lines[index].isBlank {
        var line = lines[index].trimmed
        if line.first == ">" {
          line.removeFirst()
          if line.first == " " { line.removeFirst() }
        }
        content.append(line)
        index += 1
      }
      return .quote(nested(content))
    }

    private mutating func list(_ first: Substring.ListMarker) -> Block {
      var items: [[Block]] = []
      while index < lines.count, let marker = lines[index].listMarker, marker.isOrdered == first.isOrdered,
        !lines[index].isRule
      {
        var content = [marker.text]
        index += 1
        while index < lines.count {
          let line = lines[index]
          if line.isBlank {
            // A blank line belongs to the item only if more of the item follows it.
            guard index + 1 < lines.count, lines[index + 1].indentation >= marker.width else { break }
          } else if line.indentation < marker.width, line.listMarker != nil || lines[index - 1].isBlank
            || line.heading != nil || line.fence != nil
          {
            break
          }
          content.append(line.droppingIndentation(marker.width))
          index += 1
        }
        items.append(nested(content))
        let next = lines[index...].firstIndex { !$0.isBlank }
        if let next, lines[next].listMarker?.isOrdered == first.isOrdered { index = next }
      }
      return .list(start: first.number, items: items)
    }

    private mutating func table(_ alignments: [Alignment]) -> Block {
      let header = lines[index].tableCells.map { Span.parse(String($0)) }
      index += 2
      var rows: [[[Span]]] = []
      while index < lines.count, !lines[index].isBlank, lines[index].contains("|") {
        var cells = lines[index].tableCells.map { Span.parse(String($0)) }
        if cells.count > alignments.count { cells.removeLast(cells.count - alignments.count) }
        cells += Array(repeating: [], count: alignments.count - cells.count)
        rows.append(cells)
        index += 1
      }
      return .table(alignments: alignments, header: header, rows: rows)
    }

    private mutating func paragraph() -> Block {
      var content = [lines[index].drop { $0 == " " || $0 == "\t" }]
      index += 1
      while index < lines.count, !endsParagraph(lines[index]) {
        content.append(lines[index].drop { $0 == " " || $0 == "\t" })
        index += 1
      }
      return .paragraph(Span.parse(content.joined(separator: "\n")))
    }

    private func endsParagraph(_ line: Substring) -> Bool {
      if line.isBlank || line.heading != nil || line.fence != nil || line.isRule { return true }
      if line.trimmed.hasPrefix("$$") || line.trimmed.hasPrefix(">") { return true }
      // As in CommonMark, a number in running text begins a list only where it is 1.
      return line.listMarker.map { !$0.isOrdered || $0.number == 1 } ?? false
    }

    private func nested(_ lines: [Substring]) -> [Block] {
      var reader = BlockReader(lines: lines, depth: depth + 1)
      return reader.blocks()
    }
  }
}

extension Substring {
  fileprivate struct Fence {
    var mark: Character
    var length: Int
    var language: String
  }

  fileprivate struct ListMarker {
    /// The number of an ordered item.
    var number: Int?
    /// The columns up to the item's text.
    var width: Int
    var text: Substring

    var isOrdered: Bool { number != nil }
  }

  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

  fileprivate var trimmed: Substring {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// The columns before the text; a tab stands for four.
  fileprivate var indentation: Int {
    var columns = 0
    for character in self {
      if character == " " { columns += 1 } else if character == "\t" { columns += 4 } else { break }
    }
    return columns
  }

  fileprivate func droppingIndentation(_ columns: Int) -> Substring {
    var text = self
    var left = columns
    while left > 0, let first = text.first, first == " " || first == "\t" {
      left -= first == " " ? 1 : 4
      text.removeFirst()
    }
    return text
  }

  fileprivate var heading: (level: Int, text: String)? {
    guard indentation < 4 else { return nil }
    let line = trimmed
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.count == level || line.dropFirst(level).first?.isWhitespace == true
    else { return nil }
    return (level, line.dropFirst(level).trimmed.description)
  }

  fileprivate var fence: Fence? {
    let line = trimmed
    guard indentation < 4, let mark = line.first, mark == "`" || mark == "~" else { return nil }
    let length = line.prefix { $0 == mark }.count
    let language = line.dropFirst(length).trimmed
    guard length >= 3, mark == "~" || !language.contains("`") else { return nil }
    return Fence(mark: mark, length: length, language: String(language))
  }

  fileprivate func closes(_ fence: Fence) -> Bool {
    let line = trimmed
    return line.count >= fence.length && line.allSatisfy { $0 == fence.mark }
  }

  fileprivate var isRule: Bool {
    let marks = filter { !$0.isWhitespace }
    guard let mark = marks.first, "-*_".contains(mark), indentation < 4 else { return false }
    return marks.count >= 3 && marks.allSatisfy { $0 == mark }
  }

  fileprivate var listMarker: ListMarker? {
    let indentation = indentation
    guard indentation < 4 else { return nil }
    let line = drop { $0.isWhitespace }
    var number: Int?
    var length = 1
    if let first = line.first, "-*+".contains(first) {
    } else {
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      guard (1...9).contains(digits.count), let after = line.dropFirst(digits.count).first, ".)".contains(after)
      else { return nil }
      number = Int(digits)
      length = digits.count + 1
    }
    let text = line.dropFirst(length)
    guard let space = text.first, space == " " || space == "\t" else { return nil }
    let gap = text.prefix { $0 == " " }.count
    // More than four spaces begin an indented block of code inside the item.
    let width = (1...4).contains(gap) ? gap : 1
    return ListMarker(number: number, width: indentation + length + width, text: text.dropFirst(width))
  }

  /// The cells of a table's row; `\|` and a bar in code or in a formula divide nothing.
  fileprivate var tableCells: [Substring] {
    var line = trimmed
    if line.first == "|" { line.removeFirst() }
    if line.last == "|", !line.hasSuffix("\\|") { line.removeLast() }
    var cells: [Substring] = []
    var start = line.startIndex
    var index = line.startIndex
    var verbatim: Character?
    while index < line.endIndex {
      let character = line[index]
      if character == "\\" {
        index = line.index(after: index)
        if index == line.endIndex { break }
      } else if character == "`" || character == "$" {
        if verbatim == nil { verbatim = character } else if verbatim == character { verbatim = nil }
      } else if character == "|", verbatim == nil {
        cells.append(line[start..<index].trimmed)
        start = line.index(after: index)
      }
      index = line.index(after: index)
    }
    return cells + [line[start...].trimmed]
  }

  /// The alignments of a table, if this is the line of dashes under its header.
  fileprivate var tableAlignments: [Markdown.Alignment]? {
    guard contains("-"), contains("|"), allSatisfy({ "|-: \t".contains($0) }) else { return nil }
    var alignments: [Markdown.Alignment] = []
    for cell in tableCells {
      guard cell.contains("-") else { return nil }
      switch (cell.hasPrefix(":"), cell.hasSuffix(":")) {
      case (true, true): alignments.append(.center)
      case (true, false): alignments.append(.left)
      case (false, true): alignments.append(.right)
      case (false, false): alignments.append(.natural)
      }
    }
    return alignments
  }
}

extension String {
  fileprivate var trimmed: Substring { self[...].trimmed }
}
