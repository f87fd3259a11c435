import Rendering

extension Markdown {
  /// The text for a terminal: wrapped to a width, formulas as Unicode, marks as bold and dim where `styled`.
  func text(width: Int, styled: Bool) -> String {
    let writer = TerminalWriter(width: width, styled: styled)
    return blocks.map { writer.lines($0).joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private struct TerminalWriter {
    let width: Int
    let styled: Bool

    func lines(_ block: Block) -> [String] {
      switch block {
      case .heading(let level, let spans):
        let words = wrap(Span.plainText(spans))
        let underline = level == 1 ? [String(repeating: "═", count: words.map(TextLayout.width).max() ?? 0)] : []
        return (words + underline).map { style(1, $0) }
      case .paragraph(let spans): return wrap(text(spans))
      case .code(_, let code): return code.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
      case .quote(let blocks): return nested(blocks, indent: 2).map { "│ \($0)" }
      case .list(let start, let items): return list(start, items)
      case .table(let alignments, let header, let rows): return table(alignments, [header] + rows)
      case .math(let latex):
        return Formula(parsing: latex).text.split(separator: "\n").map { "    \($0)" }
      case .rule: return [String(repeating: "─", count: width)]
      }
    }

    private func list(_ start: Int?, _ items: [[Block]]) -> [String] {
      items.enumerated().flatMap { index, blocks in
        let mark = start.map { "\($0 &+ index). " } ?? "• "
        let space = String(repeating: " ", count: mark.count)
        return nested(blocks, indent: mark.count).enumerated().map { ($0 == 0 ? mark : space) + $1 }
      }
    }

    private func table(_ alignments: [Alignment], _ rows: [[[Span]]]) -> [String] {
      let cells = rows.map { $0.map(Span.plainText) }
      let widths = alignments.indices.map { column in cells.map { TextLayout.width($0[column]) }.max() ?? 0 }
      var lines = cells.map { row in
        let padded = row.enumerated().map { column, text in
          TextLayout.pad(text, to: widths[column], alignments[column] == .right ? .right : .left)
        }
        return String(padded.joined(separator: "   ").trimmedAtEnd)
      }
      lines[0] = style(1, lines[0])
      lines.insert(widths.map { String(repeating: "─", count: $0) }.joined(separator: "───"), at: 1)
      return lines
    }

    private func nested(_ blocks: [Block], indent: Int) -> [String] {
      let writer = TerminalWriter(width: max(20, width - indent), styled: styled)
      return blocks.flatMap(writer.lines)
    }

    private func text(_ spans: [Span]) -> String {
      spans.map { span in
        switch span {
        case .strong(let spans): style(1, text(spans))
        case .emphasis(let spans): style(3, text(spans))
        case .code(let code): style(36, code)
        case .link(let spans, let target):
          text(spans) == target || !target.contains("://") ? text(spans) : "\(text(spans)) (\(target))"
        default: Span.plainText([span])
        }
      }.joined()
    }

    /// The text in a rendition of the terminal, each word by itself: a line may break between any two.
    private func style(_ code: Int, _ text: String) -> String {
      guard styled, !text.isEmpty else { return text }
      return text.split(separator: " ", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "\u{1B}[\(code)m\($0)\u{1B}[0m" }.joined(separator: " ")
    }

    /// Breaks a text into lines at spaces; a colour code takes no room.
    private func wrap(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in paragraph.split(separator: " ") {
          let size = TextLayout.width(ANSIText(String(word)).plain)
          if used > 0, used + 1 + size > width {
            lines.append(line)
            (line, used) = (String(word), size)
          } else {
            line += used > 0 ? " \(word)" : String(word)
            used += size + (used > 0 ? 1 : 0)
          }
        }
        return lines + [line]
      }
    }
  }
}
