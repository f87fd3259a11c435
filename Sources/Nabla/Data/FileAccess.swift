#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Files of data, read and written whole.
package enum FileAccess {
  /// The folder that paths are relative to, and outside of which none may lie; nil for no bounds.
  nonisolated(unsafe) package static var root: String?
  /// Files beyond this size are refused.
  private static let sizeLimit = 4 << 30

  /// The path, checked against the bounds.
  private static func resolved(_ path: String) throws(TensorError) -> String {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .file(path, "is not a path") }
    guard let root else { return path }
    let joined = path.hasPrefix("/") ? path : "\(root)/\(path)"
    // The folder must exist in any case; symbolic links are followed before the bounds are checked.
    let cut = joined.lastIndex(of: "/") ?? joined.startIndex
    let name = String(joined[joined.index(after: cut)...])
    guard let folder = real(String(joined[..<cut])) else { throw .file(path, "there is no such folder") }
    guard name != "..", name != "." else { throw .file(path, "is not a file") }
    let whole = real("\(folder)/\(name)") ?? "\(folder)/\(name)"
    let bound = real(root) ?? root
    guard whole.hasPrefix(bound.hasSuffix("/") ? bound : bound + "/") else {
      throw .file(path, "lies outside the notebook's folder; cells may read and write files only inside it")
    }
    return whole
  }

  private static func real(_ path: String) -> String? {
    guard let pointer = realpath(path.isEmpty ? "/" : path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static func reason() -> String { String(cString: strerror(errno)) }

  /// The bytes of a file.
  package static func read(_ path: String) throws(TensorError) -> [UInt8] {
    let file = open(try resolved(path), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .file(path, "cannot be read: \(reason())") }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .file(path, "is not a file") }
    let size = Int(status.st_size)
    guard size <= sizeLimit else { throw .file(path, "is too large: \(size >> 20) MiB") }
    var done = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while done < size, let base = buffer.baseAddress {
        let n = systemRead(file, base + done, size - done)
        if n <= 0 { break }
        done += n
      }
      count = done
    }
    guard done == size else { throw .file(path, "cannot be read: \(reason())") }
    return bytes
  }

  /// Makes or replaces a file.
  package static func write(_ bytes: [UInt8], to path: String) throws(TensorError) {
    let file = open(try resolved(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .file(path, "cannot be written: \(reason())") }
    defer { close(file) }
    let done = bytes.withUnsafeBufferPointer { buffer -> Int in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        let n = systemWrite(file, base + done, buffer.count - done)
        if n <= 0 { break }
        done += n
      }
      return done
    }
    guard done == bytes.count else { throw .file(path, "cannot be written: \(reason())") }
  }
}

// Inside `FileAccess` the system's functions are hidden by its own of the same names.
private func systemRead(_ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func systemWrite(_ file: Int32, _ buffer: UnsafePointer<UInt8>, _ count: Int) -> Int {
  write(file, buffer, count)
}
