import FoundationEssentials
import Testing

@testable import Nabla

/// The streams of PyTorch, NumPy and Python, as streams.py recorded them.
struct StreamTests {
  /// One stream of the record: where it begins, and the calls on it.
  struct Stream: Sendable, CustomTestStringConvertible {
    var kind: Generator.Kind
    var seed: Int
    var calls: [[String]] = []
    var testDescription: String { "\(kind.rawValue) \(seed)" }
  }

  static let streams: [Stream] = {
    let path = #filePath.replacing("StreamTests.swift", with: "streams.txt")
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    var streams: [Stream] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      if let kind = Generator.Kind(rawValue: words[0]), let seed = Int(words[1]) {
        streams.append(Stream(kind: kind, seed: seed))
      } else {
        streams[streams.count - 1].calls.append(words)
      }
    }
    return streams
  }()

  @Test func theRecordIsThere() {
    #expect(Set(Self.streams.map(\.kind)) == [.torch, .numpy, .python])
  }

  @Test(arguments: streams)
  func everyCallGivesTheRecordedBits(_ stream: Stream) throws {
    let g = Generator(stream.kind, seed: stream.seed)
    #expect(!stream.calls.isEmpty)
    for call in stream.calls {
      let equals = try #require(call.firstIndex(of: "="))
      let bits = try draw(g, call[0], Array(call[1..<equals]))
      let hash = String(fnv(bits), radix: 16)
      let padded = String(repeating: "0", count: 16 - hash.count) + hash
      #expect("\(bits.count) \(padded)" == call[(equals + 1)...(equals + 2)].joined(separator: " "), "\(call)")
    }
  }

  private func draw(_ g: Generator, _ name: String, _ arguments: [String]) throws -> [UInt64] {
    let n = try #require(arguments.last.flatMap(Int.init))
    func real(_ i: Int) throws -> Double { try #require(Double(arguments[i])) }
    func integer(_ i: Int) throws -> Int { try #require(Int(arguments[i])) }
    func doubles(_ fill: (UnsafeMutablePointer<Double>) -> Void) -> [UInt64] {
      let out = UnsafeMutablePointer<Double>.allocate(capacity: n)
      defer { out.deallocate() }
      fill(out)
      return (0..<n).map { out[$0].bitPattern }
    }
    switch name {
    case "rand": return g.rand(n).map(\.bitPattern)
    case "randn": return g.randn(n).map(\.bitPattern)
    case "uniform": return g.uniform(try real(0), try real(1), n).map(\.bitPattern)
    case "normal": return g.normal(try real(0), try real(1), n).map(\.bitPattern)
    case "uniform64":
      let (low, high) = (try real(0), try real(1))
      return doubles { g.fillUniform($0, count: n, from: low, to: high) }
    case "normal64":
      let (mean, deviation) = (try real(0), try real(1))
      return doubles { g.fillNormal($0, count: n, mean: mean, deviation: deviation) }
    case "bernoulli":
      var out = [UInt8](repeating: 0, count: n)
      g.fillBernoulli(&out, count: n, probability: try real(0))
      return out.map(UInt64.init)
    case "permutation": return g.permutation(n).map { UInt64($0) }
    case "randint": return g.randint(try integer(0), try integer(1), n).map { UInt64(bitPattern: Int64($0)) }
    case "sample": return g.sample(try integer(0), n).map { UInt64($0) }
    default:
      Issue.record("no such call: \(name)")
      return []
    }
  }

  private func fnv(_ values: [UInt64]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for value in values {
      for shift in stride(from: 0, to: 64, by: 8) {
        hash = (hash ^ (value >> UInt64(shift)) & 0xff) &* 0x100_0000_01b3
      }
    }
    return hash
  }
}
