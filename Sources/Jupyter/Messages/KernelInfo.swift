import Rendering
import Session

/// What the kernel says of itself.
enum KernelInfo {
  static let reply: JSON = [
    "status": "ok",
    "protocol_version": .string(Author.protocolVersion),
    "implementation": "nabla",
    "implementation_version": .string(nablaVersion),
    "language_info": [
      "name": "swift",
      "version": "6.3",
      "mimetype": "text/x-swift",
      "file_extension": ".swift",
      "pygments_lexer": "swift",
      "codemirror_mode": "swift",
      "nbconvert_exporter": "script",
    ],
    "banner": .string("Nabla \(nablaVersion): Swift cells, and every gradient explained. %help lists the commands."),
    "help_links": [
      ["text": "The Swift Programming Language", "url": "https://docs.swift.org/swift-book/"],
      ["text": "Jupyter", "url": "https://docs.jupyter.org/"],
    ],
    "supported_features": [],
  ]
}
