import Rendering
import Session

/// What a running cell does to the outside, as messages.
final class CellOutput: CellIO {
  /// Text that one cell may print. Past it a browser only freezes, and a loop without end would fill the memory.
  static let mostTextBytes = 16 << 20
  /// Displays, updates and clearings of one cell.
  static let mostDisplays = 100_000

  private let kernel: Kernel
  private let request: Request
  private let isSilent: Bool
  private let allowsInput: Bool
  private var textBytes = 0
  private var displays = 0

  init(_ request: Request, of kernel: Kernel, isSilent: Bool, allowsInput: Bool) {
    self.kernel = kernel
    self.request = request
    self.isSilent = isSilent
    self.allowsInput = allowsInput
  }

  func publish(_ type: String, _ content: JSON) {
    guard !isSilent else { return }
    kernel.outbox.publish(type, content, parent: request.header)
  }

  func write(_ text: String, to stream: OutputStream) {
    guard !isSilent, !text.isEmpty, textBytes <= Self.mostTextBytes else { return }
    textBytes += text.utf8.count
    kernel.outbox.write(text, to: stream, parent: request.header)
    if textBytes > Self.mostTextBytes {
      let notice = "\nThis cell printed more than \(Self.mostTextBytes >> 20) MB; the rest of its text is not shown.\n"
      kernel.outbox.write(notice, to: .stderr, parent: request.header)
    }
  }

  func display(_ bundle: MIMEBundle, id: String?) { show("display_data", Content.display(bundle, id: id)) }

  func update(_ bundle: MIMEBundle, id: String) { show("update_display_data", Content.display(bundle, id: id)) }

  func clear(wait: Bool) { show("clear_output", ["wait": .bool(wait)]) }

  private func show(_ type: String, _ content: JSON) {
    guard displays <= Self.mostDisplays else { return }
    displays += 1
    if displays > Self.mostDisplays {
      write("\nThis cell showed more than \(Self.mostDisplays) outputs; the rest is not shown.\n", to: .stderr)
      return
    }
    publish(type, content)
  }

  func readLine(prompt: String, password: Bool) throws -> String? {
    guard allowsInput else { throw CellFailure.noInput }
    let line = try kernel.input.ask {
      kernel.send("input_request", ["prompt": .string(prompt), "password": .bool(password)], to: request, on: .stdin)
    }
    // What clients send for the end of the input.
    return line == "\u{4}" ? nil : line
  }
}
