package import Rendering

/// A bar that fills while a loop runs; `progress(_:)` makes one for a sequence.
///
/// ```swift
/// let bar = ProgressBar(total: 10)
/// for file in files { read(file); bar.advance() }
/// bar.finish()
/// ```
public final class ProgressBar {
  private let total: Int
  private let label: String
  private let id: String
  private let start = ContinuousClock.now
  private var done = 0
  private var isFinished = false

  /// Shows an empty bar.
  ///
  /// - Parameters:
  ///   - total: how many steps fill the bar; 0 when unknown, then steps are only counted
  ///   - label: what stands before the bar
  public init(total: Int, label: String = "") {
    self.total = max(total, 0)
    self.label = label
    id = Output.makeID()
    Output.show(state, id: id)
  }

  /// One step more. The display changes at most 20 times a second.
  public func advance() {
    done &+= 1
    Output.update(state, id: id)
  }

  /// Shows the last state: where the loop ended, and after how long.
  public func finish() {
    guard !isFinished else { return }
    isFinished = true
    var last = state
    last.isFinished = true
    Output.update(last, id: id)
  }

  deinit { finish() }

  private var state: State {
    State(done: done, total: total, label: label, elapsed: (ContinuousClock.now - start).seconds, isFinished: false)
  }

  /// What the bar shows at one moment.
  package struct State: Displayable {
    package var done: Int
    package var total: Int
    package var label: String
    package var elapsed: Double
    package var isFinished: Bool

    package init(done: Int, total: Int, label: String, elapsed: Double, isFinished: Bool) {
      self.done = done
      self.total = total
      self.label = label
      self.elapsed = elapsed
      self.isFinished = isFinished
    }

    private var share: Double { total > 0 ? min(Double(done) / Double(total), 1) : isFinished ? 1 : 0 }

    /// "1,234 of 2,000 · 1.2 s · 0.8 s left"
    private var words: String {
      var words = NumberFormat.count(done) + (total > 0 ? " of \(NumberFormat.count(total))" : "")
      words += " · \(NumberFormat.duration(elapsed))"
      if !isFinished, done > 0, done < total {
        words += " · \(NumberFormat.duration(elapsed / Double(done) * Double(total - done))) left"
      }
      if isFinished, done < total { words += " · stopped" }
      return words
    }

    package var bundle: MIMEBundle {
      let width = 24
      let eighths = Int((share * Double(width * 8)).rounded(.down))
      let parts: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
      var bar = String(repeating: "█", count: eighths / 8)
      if eighths % 8 > 0 { bar.append(parts[eighths % 8]) }
      let prefix = label.isEmpty ? "" : label + " "
      let text = Escaping.terminal(prefix) + "▕\(TextLayout.pad(bar, to: width))▏ \(words)"
      var html = "<div style=\"font-size:13px;margin:2px 0;white-space:nowrap\">\(Escaping.markup(prefix))"
      html += "<span style=\"display:inline-block;vertical-align:middle;width:220px;height:8px;border-radius:4px;"
      html += "background-color:rgba(140,140,140,0.3)\"><span style=\"display:block;height:8px;border-radius:4px;"
      html += "width:\(NumberFormat.fixed(share * 100, decimals: 1))%;background-color:\(Palette.series(0))\"></span>"
      html += "</span> \(Escaping.markup(words))</div>"
      return MIMEBundle(text: text).adding(.html, .string(html))
    }
  }
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
