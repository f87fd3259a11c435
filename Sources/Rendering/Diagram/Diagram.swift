/// A directed graph of labelled boxes: a computation graph, a network.
///
/// As a cell's result it is a drawing, laid out by Graphviz and drawn here, as SVG and PNG; in a terminal, a list of
/// the nodes in order, each with the nodes it comes from.
public struct Diagram: Displayable, Sendable {
  package var title: String
  package var nodes: [Node]
  package var edges: [Edge]
  package var groups: [Group]
  package var flow: Flow
  /// Lines under the drawing: how to read it, what was folded.
  package var notes: [String]

  package enum Flow: String, Sendable {
    case down = "TB"
    case right = "LR"
  }

  package init(
    title: String = "", nodes: [Node], edges: [Edge], groups: [Group] = [], flow: Flow = .down, notes: [String] = []
  ) {
    self.title = title
    self.nodes = nodes
    // An edge to a node that is not there would end nowhere.
    self.edges = edges.filter { nodes.indices.contains($0.from) && nodes.indices.contains($0.to) }
    self.groups = groups
    self.flow = flow
    self.notes = notes
  }

  public var bundle: MIMEBundle {
    let bundle = MIMEBundle(text: text)
    return drawing.map { bundle.adding(drawing: $0) } ?? bundle
  }

  /// The graph as a drawing; nil where Graphviz is not installed or finds no layout in time.
  package var drawing: Drawing? {
    svg.map { Drawing(svg: $0, text: text) }
  }
}

/// A box of a diagram.
package struct Node: Sendable {
  package var label: String
  /// Smaller lines under the label: shape, value, gradient.
  package var details: [String]
  package var kind: Kind
  package var emphasis: Emphasis
  /// What a viewer with tooltips says of the box.
  package var tooltip: String

  package enum Kind: Sendable, Equatable, CaseIterable {
    /// Something computed.
    case operation
    /// Something learned.
    case parameter
    /// Something given.
    case input
    /// What it is all for: the loss.
    case result
    /// A part of the graph folded into one box.
    case folded
  }

  package enum Emphasis: Sendable, Equatable { case none, active, dim }

  package init(
    _ label: String, details: [String] = [], kind: Kind = .operation, emphasis: Emphasis = .none, tooltip: String = ""
  ) {
    self.label = label
    self.details = details
    self.kind = kind
    self.emphasis = emphasis
    self.tooltip = tooltip
  }
}

/// An arrow between two boxes, by their places in the list of nodes.
package struct Edge: Sendable, Hashable {
  package var from: Int
  package var to: Int
  package var isActive: Bool

  package init(_ from: Int, _ to: Int, isActive: Bool = false) {
    self.from = from
    self.to = to
    self.isActive = isActive
  }
}

/// A frame around boxes that belong together: the operations of one module.
package struct Group: Sendable {
  package var label: String
  package var nodes: [Int]

  package init(_ label: String, nodes: [Int]) {
    self.label = label
    self.nodes = nodes
  }
}
