import Glibc

/// Reading and writing whole files, without the start-up cost of Foundation.
package enum File {
  /// Why a file could not be read or written, in words: the system's own for the error number.
  package struct Failure: Error, CustomStringConvertible {
    package var path: String
    package var reason: String

    package init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }

    init(path: String, errno code: Int32 = errno) {
      self.init(path: path, reason: String(cString: strerror(code)))
    }

    package var description: String { "\(path): \(reason)" }
  }

  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(path: path) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Replaces the file's content.
  package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Failure(path: path) }
    defer { close(descriptor) }
    guard writeAll(bytes, to: descriptor) else { throw Failure(path: path) }
  }

  /// Writes every byte, however often the system takes only a part.
  package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }

  /// Makes a folder and those above it; one that is there already is no error.
  package static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(Failure) {
    if mkdir(path, mode) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw Failure(path: path)
    }
    try makeFolder(String(path[..<slash]), mode: mode)
    guard mkdir(path, mode) == 0 || errno == EEXIST else { throw Failure(path: path) }
  }

  /// The names in a folder, in no order; empty where there is no such folder.
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The path from the root, for a program that is about to change its folder.
  package static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : (resolved(".") ?? ".") + "/" + path
  }

  /// The path with every link followed, nil where nothing is there.
  package static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

/// The environment of the process.
package enum Environment {
  /// A variable's value; nil where it is missing or empty.
  package static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The folder for a user's data of a program, by the XDG rules.
  package static var userDataFolder: String? {
    if let folder = Environment["XDG_DATA_HOME"], folder.hasPrefix("/") { return folder }
    return Environment["HOME"].map { $0 + "/.local/share" }
  }
}
