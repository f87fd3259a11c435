extension Diagram {
  /// The nodes as a list, each with its sources by number and its details.
  package var text: String {
    var sources: [Int: [Int]] = [:]
    for edge in edges { sources[edge.to, default: []].append(edge.from) }
    let names = nodes.indices.map { index in
      let marks: [Node.Kind: String] = [.parameter: "●", .input: "○", .result: "■", .folded: "▣", .operation: "·"]
      return (nodes[index].emphasis == .active ? "▶ " : "") + (marks[nodes[index].kind] ?? "") + " "
        + nodes[index].label
    }
    let width = nodes.map(\.details.count).max() ?? 0
    var columns = [
      Column("", words: nodes.indices.map { String($0 + 1) }, alignment: .right), Column("node", words: names),
      Column(
        "from",
        words: nodes.indices.map { (sources[$0] ?? []).map { String($0 + 1) }.joined(separator: ", ") }),
    ]
    for place in 0..<width {
      columns.append(
        Column("", words: nodes.map { node in
            node.details.indices.contains(place) ? TextLayout.clip(node.details[place], to: 28) : ""
          }))
    }
    var table = Table(caption: title, columns: columns, notes: notes)
    table.rowLimit = 120
    return table.text
  }
}
