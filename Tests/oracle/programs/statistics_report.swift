import Foundation

struct Sample: Comparable {
  let group: String
  let value: Double
  static func < (a: Sample, b: Sample) -> Bool { (a.group, a.value) < (b.group, b.value) }
}

extension Collection where Element: BinaryFloatingPoint {
  var mean: Element { isEmpty ? 0 : reduce(0, +) / Element(count) }
  var variance: Element {
    guard count > 1 else { return 0 }
    let m = mean
    return map { ($0 - m) * ($0 - m) }.reduce(0, +) / Element(count - 1)
  }
  var standardDeviation: Element { variance.squareRoot() }
}

extension Array where Element: BinaryFloatingPoint {
  func quantile(_ q: Element) -> Element? {
    guard !isEmpty else { return nil }
    let sorted = self.sorted()
    let position = q * Element(count - 1)
    let low = Int(position.rounded(.down)), high = Int(position.rounded(.up))
    return sorted[low] + (sorted[high] - sorted[low]) * (position - Element(low))
  }
}

struct Histogram<Key: Hashable & Comparable>: CustomStringConvertible {
  private(set) var bins: [Key: Int] = [:]
  mutating func add(_ key: Key) { bins[key, default: 0] += 1 }
  var description: String {
    let widest = bins.values.max() ?? 1
    return bins.sorted { $0.key < $1.key }.map { key, n in
      "\(key) ".padding(toLength: 6, withPad: " ", startingAt: 0) + String(repeating: "█", count: n * 10 / widest) + " \(n)"
    }.joined(separator: "\n")
  }
}

var seed: UInt64 = 12345
func noise() -> Double {
  seed = seed &* 6364136223846793005 &+ 1442695040888963407
  return Double(seed >> 11) / Double(1 << 53)
}
let samples = (0..<60).map { i in Sample(group: ["a", "b", "c"][i % 3], value: Double(i % 3) + noise() * 2) }
let groups = Dictionary(grouping: samples, by: \.group).mapValues { $0.map(\.value) }
for (name, values) in groups.sorted(by: { $0.key < $1.key }) {
  let row = [values.mean, values.standardDeviation, values.min()!, values.quantile(0.5)!, values.max()!]
  print(name, row.map { String(format: "%8.4f", $0) }.joined(separator: " "))
}
var histogram = Histogram<Int>()
samples.forEach { histogram.add(Int($0.value * 2)) }
print(histogram)
print(samples.max()!.group, samples.sorted().prefix(2).map { String(format: "%.3f", $0.value) })
let floats: [Float] = [1, 2.5, 4]
print(floats.mean, floats.variance, floats[1...].mean, floats.quantile(0.25)!, [Double]().quantile(0.5) as Any, type(of: floats.mean))
func correlation(_ x: [Double], _ y: [Double]) -> Double {
  let (mx, my) = (x.mean, y.mean)
  let covariance = zip(x, y).map { ($0 - mx) * ($1 - my) }.reduce(0, +) / Double(x.count - 1)
  return covariance / (x.standardDeviation * y.standardDeviation)
}
let xs = (0..<10).map(Double.init)
print(String(format: "%.6f %.6f", correlation(xs, xs.map { 3 - 2 * $0 }), correlation(xs, xs.map { $0 * $0 })))
