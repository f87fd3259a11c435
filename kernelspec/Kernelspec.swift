package import Rendering

/// The folder that makes a kernel known to Jupyter: `kernel.json` and the logos.
package enum Kernelspec {
  /// The name under which front ends know the kernel, unless another is asked for.
  package static let defaultName = "nabla"

  /// `kernel.json` for a program at an absolute path.
  package static func description(program: String) -> JSON {
    [
      "argv": [.string(program), "kernel", "-f", "{connection_file}"],
      "display_name": "Nabla (Swift)",
      "language": "swift",
      // A message reaches one kernel; a signal would go to its whole process group.
      "interrupt_mode": "message",
      "kernel_protocol_version": "5.5.0",
      "metadata": ["supported_encryption": ["curve"], "debugger": false],
    ]
  }

  /// The pictures beside it, by file name.
  package static var logos: [(name: String, bytes: [UInt8])] {
    [
      ("logo-32x32.png", PackageResources.logo_32x32_png),
      ("logo-64x64.png", PackageResources.logo_64x64_png),
      ("logo-svg.svg", PackageResources.logo_svg_svg),
    ]
  }

  /// Whether a `kernel.json` starts a Nabla kernel, whatever name it has: only such a folder is removed or replaced.
  package static func isOurs(_ description: JSON) -> Bool {
    guard case .array(let arguments)? = description["argv"] else { return false }
    return description["language"] == "swift" && arguments.dropFirst() == ["kernel", "-f", "{connection_file}"]
  }
}
