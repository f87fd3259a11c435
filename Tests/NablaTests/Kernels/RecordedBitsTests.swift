import CKernels
import FoundationEssentials
import Testing

/// The bits of every kernel are those of the machine that recorded bits.txt: another processor, system or compiler that
/// rounds anything otherwise is found here. A kernel that is meant to give other bits is recorded anew with
/// NABLA_RECORD=1.
extension PathTests {
  @Test func theBitsAreTheRecorded() throws {
    let path = #filePath.replacing("RecordedBitsTests.swift", with: "bits.txt")
    var lines: [String] = []
    for (kernel, cases) in KernelCases.all.sorted(by: { $0.key < $1.key }) {
      for type in Self.types {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for bits in cases(type).flatMap(\.bits) { hash = (hash ^ bits) &* 0x100_0000_01b3 ^ hash >> 31 }
        lines.append("\(kernel) \(type == .F32 ? "f32" : "f64") \(String(hash, radix: 16))")
      }
    }
    let text = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["NABLA_RECORD"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("bits.txt was recorded")
      return
    }
    let recorded = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    for (line, want) in zip(lines, recorded) where line != want { Issue.record("\(line), not \(want)") }
    #expect(lines.count == recorded.count)
  }
}
