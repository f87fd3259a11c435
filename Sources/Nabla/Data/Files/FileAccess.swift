#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The one door to the file system: everything that reads or writes a user's file goes through `current`.
package struct FileAccess: Sendable {
  /// The folder that all files must lie in, and that relative paths begin at: the notebook's. A plain program has none
  /// and may open what its user may open.
  package let root: String?

  package init(root: String? = nil) { self.root = root }

  /// The rule for the calling thread.
  package static var current: FileAccess {
    get { engine.pointee.files }
    set { engine.pointee.files = newValue }
  }

  /// The bytes of a file.
  package func read(_ path: String) throws(TensorError) -> [UInt8] {
    try contents(of: try existing(path), shownAs: path)
  }

  /// The bytes of a file that the system's own packages installed, wherever the user's files may lie.
  package func readInstalled(_ path: String) throws(TensorError) -> [UInt8] {
    try contents(of: path, shownAs: path)
  }

  /// Replaces a file's content, at once: an interrupted program leaves the old file or the new one.
  package func write(_ bytes: [UInt8], to path: String) throws(TensorError) {
    let (parent, name) = split(full(path))
    guard name != "", name != ".", name != ".." else { throw .file(path, "this names a folder; add a file name") }
    guard let folder = resolved(parent) else { throw .missingFolder(path, parent) }
    try check(folder + "/" + name, shownAs: path)
    // A link is followed, so that what is checked is what is replaced.
    let target = resolved(folder + "/" + name) ?? folder + "/" + name
    try check(target, shownAs: path)
    let draft = split(target).folder + "/." + split(target).name + ".\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw .file(path, lastError) }
    var fault: String?
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let count = systemWrite(descriptor, base + written, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          fault = lastError
          break
        }
        written += count
      }
    }
    if close(descriptor) != 0, fault == nil { fault = lastError }
    if fault == nil, rename(draft, target) != 0 { fault = lastError }
    if let fault {
      unlink(draft)
      throw .file(path, fault)
    }
  }

  // MARK: Paths

  /// The path from the root of the file system.
  private func full(_ path: String) -> String {
    path.hasPrefix("/") ? path : (root ?? ".") + "/" + path
  }

  /// A path with every link followed, inside the folder where there is one.
  private func existing(_ path: String) throws(TensorError) -> String {
    guard !path.isEmpty else { throw .file("\"\"", "an empty path names no file") }
    guard let real = resolved(full(path)) else {
      guard errno == ENOENT else { throw .file(path, lastError) }
      throw .missingFile(path, folder: root ?? resolved(".") ?? ".")
    }
    try check(real, shownAs: path)
    return real
  }

  private func check(_ real: String, shownAs path: String) throws(TensorError) {
    guard let root else { return }
    let folder = resolved(root) ?? root
    guard real.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") else { throw .outside(path, folder: folder) }
  }

  private func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  // MARK: Bytes

  private func contents(of real: String, shownAs path: String) throws(TensorError) -> [UInt8] {
    // Without O_NONBLOCK opening a pipe would wait for its other end.
    let descriptor = open(real, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw .file(path, lastError) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .file(path, lastError) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .file(path, "this is a folder or a device and no file") }
    let size = Int(status.st_size)
    let limit = engine.pointee.pool.useLimit - engine.pointee.pool.usedBytes
    guard size <= limit else { throw .outOfMemory(bytes: size, used: engine.pointee.pool.usedBytes, limit: limit) }
    var fault: String?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size, let base = buffer.baseAddress {
        let count = systemRead(descriptor, base + filled, min(size - filled, 16 << 20))
        if count < 0, errno == EINTR { continue }
        if count < 0 { fault = lastError }
        guard count > 0 else { break }
        filled += count
        if Interruption.isHeard { break }
      }
    }
    if let fault { throw .file(path, fault) }
    try Interruption.check()
    return bytes
  }

  private var lastError: String { String(cString: strerror(errno)) }
}

// The names of the system's functions, which inside `FileAccess` mean its own.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
