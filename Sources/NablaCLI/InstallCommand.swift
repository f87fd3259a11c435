import Glibc
import Kernelspec
import Rendering
import Session

extension Subcommand {
  private static let placeUsage = "[--user | --sys-prefix | --prefix FOLDER] [--name NAME]"

  static let install = Subcommand(
    name: "install", usage: placeUsage,
    summary: "Makes the kernel known to Jupyter: for you (--user, as without any option), in the active Python "
      + "environment (--sys-prefix), or under a folder."
  ) { arguments throws(UsageError) in
    let place = try KernelspecPlace(&arguments)
    guard let program = File.resolved("/proc/self/exe") else {
      complain("cannot find the path of this program")
      return 1
    }
    do throws(File.Failure) {
      try place.checkReplaceable()
      try File.makeFolder(place.folder)
      for logo in Kernelspec.logos { try File.write(logo.bytes, to: "\(place.folder)/\(logo.name)") }
      let description = Kernelspec.description(program: program)
      try File.write(description.utf8, to: place.descriptionFile)
    } catch {
      complain("cannot install the kernel: \(error)")
      return 1
    }
    print("Installed the kernel '\(place.name)' in \(place.folder)")
    return 0
  }

  static let uninstall = Subcommand(
    name: "uninstall", usage: placeUsage, summary: "Removes what install made; the same options say where."
  ) { arguments throws(UsageError) in
    let place = try KernelspecPlace(&arguments)
    guard access(place.descriptionFile, F_OK) == 0 else {
      complain("there is no kernel '\(place.name)' in \(place.folder)")
      return 1
    }
    do throws(File.Failure) {
      try place.checkReplaceable()
      try place.remove()
    } catch {
      complain("cannot remove the kernel: \(error)")
      return 1
    }
    print("Removed the kernel '\(place.name)' from \(place.folder)")
    return 0
  }
}

/// Where a kernelspec is or will be.
private struct KernelspecPlace {
  let name: String
  let folder: String
  var descriptionFile: String { folder + "/kernel.json" }

  init(_ arguments: inout Arguments) throws(UsageError) {
    let name = try arguments.option("--name") ?? Kernelspec.defaultName
    let prefix = try arguments.option("--prefix")
    let isInEnvironment = arguments.flag("--sys-prefix")
    let isForUser = arguments.flag("--user")
    try arguments.end()
    guard (prefix == nil ? 0 : 1) + (isInEnvironment ? 1 : 0) + (isForUser ? 1 : 0) <= 1 else {
      throw UsageError(reason: "--user, --sys-prefix and --prefix exclude one another")
    }
    // What Jupyter accepts as the name of a kernel.
    guard !name.isEmpty,
      name.unicodeScalars.allSatisfy({ $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains($0)) }),
      !name.hasPrefix(".")
    else { throw UsageError(reason: "'\(name)' cannot name a kernel: letters, digits, '-', '_' and '.' can") }
    let data: String
    if let prefix {
      data = prefix + "/share/jupyter"
    } else if isInEnvironment {
      guard let environment = Environment["VIRTUAL_ENV"] ?? Environment["CONDA_PREFIX"] else {
        throw UsageError(reason: "no Python environment is active (VIRTUAL_ENV and CONDA_PREFIX are not set)")
      }
      data = environment + "/share/jupyter"
    } else if let folder = Environment["JUPYTER_DATA_DIR"] {
      data = folder
    } else if let folder = Environment.userDataFolder {
      data = folder + "/jupyter"
    } else {
      throw UsageError(reason: "HOME is not set; --prefix says where to install")
    }
    self.name = name
    folder = data + "/kernels/" + name.lowercased()
  }

  /// Leaves alone what is not a Nabla kernel.
  func checkReplaceable() throws(File.Failure) {
    guard access(descriptionFile, F_OK) == 0 else { return }
    let bytes = try File.read(descriptionFile)
    guard let description = try? JSON(parsing: bytes), Kernelspec.isOurs(description) else {
      throw File.Failure(path: descriptionFile, reason: "this is another kernel; --name gives ours another name")
    }
  }

  func remove() throws(File.Failure) {
    for file in Kernelspec.logos.map(\.name) + ["kernel.json"] { unlink("\(folder)/\(file)") }
    guard rmdir(folder) == 0 else { throw File.Failure(path: folder, reason: String(cString: strerror(errno))) }
  }
}
