/// Where output goes: a notebook, a terminal, a test.
public protocol OutputSink: AnyObject {
  /// Text of one of the two streams, in the order written.
  func write(_ text: String, to stream: OutputStream)
  /// A display; `id` names it for later updates.
  func display(_ bundle: MIMEBundle, id: String?)
  /// Replaces every display with this id.
  func update(_ bundle: MIMEBundle, id: String)
  /// Clears the cell's output; with `wait`, at the moment the next output comes.
  func clear(wait: Bool)
}

/// One of the two text streams of a cell.
public enum OutputStream: String, Sendable { case stdout, stderr }
