import Glibc

/// What a kernel tells whoever runs it: lines on stderr, which Jupyter servers keep in their log.
package enum Diagnostics {
  package static func note(_ text: String) {
    let line = Array("nabla: \(text)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }
}
