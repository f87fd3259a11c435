// swift-tools-version: 6.2

import PackageDescription

/// The settings of every Swift target: language mode 6, warnings are errors, and nothing is imported by accident.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Targets stand in the order of their imports: each may use only those above it.
let package = Package(
  name: "nabla",
  products: [
    .library(name: "Nabla", targets: ["Nabla"]),
    .executable(name: "nabla", targets: ["NablaCLI"]),
  ],
  targets: [
    .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
    .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m")]),
    .target(name: "Rendering", swiftSettings: strict),
    .target(name: "Nabla", dependencies: ["CKernels", "Rendering"], swiftSettings: strict),
    .target(name: "Language", swiftSettings: strict),
    .executableTarget(name: "PreludeGenerator", dependencies: ["Language"], swiftSettings: strict),
    .target(name: "Prelude", dependencies: ["Language", "Nabla", "Rendering"], swiftSettings: strict),
    .target(name: "Session", dependencies: ["Language", "Prelude", "Rendering"], swiftSettings: strict),
    .target(name: "Jupyter", dependencies: ["CSodium", "CZeroMQ", "Session"], swiftSettings: strict),
    .target(
      name: "Kernelspec", dependencies: ["Rendering"], path: "kernelspec",
      resources: [.embedInCode("logo-32x32.png"), .embedInCode("logo-64x64.png"), .embedInCode("logo-svg.svg")],
      swiftSettings: strict),
    .executableTarget(
      name: "NablaCLI", dependencies: ["Jupyter", "Kernelspec", "Rendering", "Session"], swiftSettings: strict),
    .executableTarget(name: "kernel-bench", dependencies: ["CKernels"], path: "Benchmarks/Kernels"),
    .executableTarget(
      name: "training-bench", dependencies: ["CKernels", "Nabla"], path: "Benchmarks/Training", swiftSettings: strict),

    .testTarget(
      name: "RenderingTests", dependencies: ["Nabla", "Rendering"], exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "NablaTests", dependencies: ["CKernels", "Nabla", "Rendering"],
      exclude: [
        "Data/Goldens", "Data/make_datasets.py", "Data/make_goldens.py", "Goldens/make_torch.py", "Goldens/torch.json",
        "Kernels/bits.txt", "Kernels/coefficients.py", "Kernels/doubles.py", "Kernels/doubles.txt", "Random/streams.py",
        "Random/streams.txt",
      ], swiftSettings: strict),
    .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
    .testTarget(name: "PreludeTests", dependencies: ["Language", "Prelude"], swiftSettings: strict),
    .testTarget(
      name: "SessionTests", dependencies: ["cell-fuzzer", "Rendering", "ScriptedInterpreter", "Session"], swiftSettings: strict),
    .testTarget(name: "JupyterTests", dependencies: ["Jupyter", "ScriptedInterpreter"], swiftSettings: strict),

    // Made-up cells, and a program that runs them for as long as one likes.
    .target(
      name: "CellFuzzer", dependencies: ["Language", "Rendering", "Session"], path: "Tests/Support/CellFuzzer",
      swiftSettings: strict),
    .executableTarget(
      name: "cell-fuzzer", dependencies: ["CellFuzzer"], path: "Tests/Support/FuzzProgram", swiftSettings: strict),

    // A double of the cell language, and a kernel that runs it.
    .target(
      name: "ScriptedInterpreter", dependencies: ["Rendering", "Session"], path: "Tests/Support/ScriptedInterpreter",
      swiftSettings: strict),
    .executableTarget(
      name: "ScriptedKernel", dependencies: ["Jupyter", "ScriptedInterpreter", "Session"],
      path: "Tests/Support/ScriptedKernel", swiftSettings: strict),
  ],
  cLanguageStandard: .c17
)
