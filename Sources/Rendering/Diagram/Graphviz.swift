import Glibc

/// Places for the boxes and curves of a diagram, found by Graphviz' `dot`.
///
/// It runs as a process of its own: that costs 4 ms over calling the library (300 nodes: 17 ms), needs no memory here,
/// and neither a crash nor a graph that takes for ever can harm the session.
package enum Graphviz {
  /// A layout in points, with the origin at the upper left.
  package struct Layout {
    package var width = 0.0
    package var height = 0.0
    /// The centre of every node, in the order of the diagram.
    package var centers: [Int: (x: Double, y: Double)] = [:]
    /// The control points of every edge, tail and head with them.
    package var curves: [(from: Int, to: Int, points: [(x: Double, y: Double)])] = []
  }

  /// The longest time for a layout.
  private static let timeLimit: Duration = .seconds(10)

  package static func layout(_ diagram: Diagram, sizes: [(width: Double, height: Double)]) -> Layout? {
    guard !diagram.nodes.isEmpty, sizes.count == diagram.nodes.count else { return nil }
    return run(source(diagram, sizes: sizes)).flatMap(parse)
  }

  /// The graph in the language of Graphviz; boxes get fixed sizes, so that no font of this machine plays a part.
  package static func source(_ diagram: Diagram, sizes: [(width: Double, height: Double)]) -> String {
    var dot = "digraph {\n"
    dot += "graph [rankdir=\(diagram.flow.rawValue) nodesep=0.25 ranksep=0.35 outputorder=edgesfirst "
    dot += "nslimit=4 mclimit=\(diagram.nodes.count > 500 ? "0.3" : "1") "
    dot += "splines=\(diagram.nodes.count > 1500 ? "line" : "spline")]\n"
    dot += "node [shape=box fixedsize=true label=\"\"]\nedge [arrowsize=0.6]\n"
    for (index, size) in sizes.enumerated() {
      dot += "n\(index) [width=\(inches(size.width)) height=\(inches(size.height))]\n"
    }
    for (index, group) in diagram.groups.enumerated() {
      let members = group.nodes.filter { sizes.indices.contains($0) }
      dot += "subgraph cluster_\(index) { margin=14 \(members.map { "n\($0)" }.joined(separator: "; ")) }\n"
    }
    for edge in diagram.edges { dot += "n\(edge.from) -> n\(edge.to)\n" }
    return dot + "}\n"
  }

  private static func inches(_ points: Double) -> String { NumberFormat.fixed(points / 72, decimals: 4) }

  /// Reads the `plain` format: one line for each node and edge, in inches from the lower left.
  static func parse(_ plain: String) -> Layout? {
    var layout = Layout()
    for line in plain.split(separator: "\n") {
      let words = line.split(separator: " ")
      func number(_ place: Int) -> Double? {
        words.indices.contains(place) ? Double(words[place]).map { $0 * 72 } : nil
      }
      func node(_ place: Int) -> Int? { words.indices.contains(place) ? Int(words[place].dropFirst()) : nil }
      switch words.first {
      case "graph":
        guard let width = number(2), let height = number(3) else { return nil }
        (layout.width, layout.height) = (width, height)
      case "node":
        guard let index = node(1), let x = number(2), let y = number(3) else { return nil }
        layout.centers[index] = (x, layout.height - y)
      case "edge":
        guard let from = node(1), let to = node(2), words.indices.contains(3), let count = Int(words[3]) else {
          continue
        }
        let points = (0..<max(count, 0)).compactMap { point -> (x: Double, y: Double)? in
          guard let x = number(4 + 2 * point), let y = number(5 + 2 * point) else { return nil }
          return (x, layout.height - y)
        }
        if points.count >= 2 { layout.curves.append((from, to, points)) }
      default: break
      }
    }
    return layout.width > 0 ? layout : nil
  }

  /// What `dot -Tplain` answers to a graph; nil where there is no such program, or no answer in time.
  private static func run(_ source: String) -> String? {
    // One socket both ways, and no pipes: writing to a pipe that the other side has closed would kill us with SIGPIPE.
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      return nil
    }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var process: pid_t = 0
    let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("dot"), strdup("-Tplain"), nil]
    defer { arguments.forEach { free($0) } }
    let status = posix_spawnp(&process, "dot", &actions, nil, arguments, environ)
    close(ends[1])
    guard status == 0 else { return nil }
    let answer = converse(source, over: ends[0])
    if answer == nil { kill(process, SIGKILL) }
    var result: Int32 = 0
    while waitpid(process, &result, 0) == -1, errno == EINTR {}
    return result == 0 ? answer : nil
  }

  /// Sends a text and reads the answer to its end.
  private static func converse(_ source: String, over socket: Int32) -> String? {
    let deadline = ContinuousClock.now + timeLimit
    let bytes = Array(source.utf8)
    var sent = 0
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while ContinuousClock.now < deadline {
      let events = Int16(POLLIN) | (sent < bytes.count ? Int16(POLLOUT) : 0)
      var waiting = pollfd(fd: socket, events: events, revents: 0)
      guard poll(&waiting, 1, 100) >= 0 || errno == EINTR else { return nil }
      if sent < bytes.count, waiting.revents & Int16(POLLOUT) != 0 {
        let count = bytes.withUnsafeBytes { bytes in
          bytes.baseAddress.map { send(socket, $0 + sent, bytes.count - sent, Int32(MSG_NOSIGNAL)) } ?? -1
        }
        if count > 0 { sent += count } else if errno != EINTR { return nil }
        if sent == bytes.count { shutdown(socket, Int32(SHUT_WR)) }
      }
      if waiting.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
        let count = recv(socket, &buffer, buffer.count, 0)
        if count == 0 { return String(decoding: answer, as: UTF8.self) }
        if count > 0 { answer += buffer[..<count] } else if errno != EINTR { return nil }
      }
    }
    return nil
  }
}
