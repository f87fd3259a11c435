import Glibc
import Synchronization

/// Where `readLine` of a cell gets its lines from.
package protocol LineInput: AnyObject {
  func readLine(prompt: String, password: Bool) throws -> String?
}

/// For runs with nobody at hand.
package final class NoInput: LineInput {
  package init() {}

  package func readLine(prompt: String, password: Bool) throws -> String? { throw CellFailure.noInput }
}

/// The terminal, or what is piped into the program.
package final class TerminalInput: LineInput, Sendable {
  /// Bytes that were read beyond the last line.
  private let buffer = Mutex<[UInt8]>([])
  private let isInterrupted = Atomic(false)

  package init() {}

  /// Ends a wait for a line, or the next one. Called from any thread.
  package func interrupt() { isInterrupted.store(true, ordering: .relaxed) }

  /// One line without its end; nil where the input has ended.
  package func readLine(prompt: String, password: Bool) throws -> String? {
    isInterrupted.store(false, ordering: .relaxed)
    FileDescriptor.write(prompt, to: STDERR_FILENO)
    let hidesTyping = password && isatty(STDIN_FILENO) == 1
    var saved = termios()
    if hidesTyping {
      tcgetattr(STDIN_FILENO, &saved)
      var silent = saved
      silent.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(STDIN_FILENO, TCSANOW, &silent)
    }
    defer {
      if hidesTyping {
        tcsetattr(STDIN_FILENO, TCSANOW, &saved)
        FileDescriptor.write("\n", to: STDERR_FILENO)
      }
    }
    return try buffer.withLock { try nextLine(&$0) }
  }

  private func nextLine(_ buffer: inout [UInt8]) throws -> String? {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeFirst(end + 1)
        return line.last == "\r" ? String(line.dropLast()) : line
      }
      var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let ready = poll(&descriptor, 1, 50)
      if isInterrupted.exchange(false, ordering: .relaxed) { throw CellFailure.interrupted }
      guard ready > 0 else { continue }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : String(decoding: buffer, as: UTF8.self)
      }
      buffer += chunk[..<count]
    }
  }
}

private enum FileDescriptor {
  static func write(_ text: String, to descriptor: Int32) { _ = File.writeAll(Array(text.utf8), to: descriptor) }
}
