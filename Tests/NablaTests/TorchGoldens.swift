import Foundation

/// What PyTorch gave, as `make_torch.py` recorded it.
enum TorchGoldens {
  nonisolated(unsafe) static let torch: [String: Any] = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/torch.json")
    guard let data = try? Data(contentsOf: url),
      let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return [:] }
    return object
  }()

  /// Numbers that were Float32. Foundation's parser may miss a Double's last bit, so they are rounded to what they were.
  static func numbers(_ key: String) -> [Double] { rounded(torch[key] as? [Double] ?? []) }
  static func strings(_ key: String) -> [String] { torch[key] as? [String] ?? [] }
  static func table(_ key: String) -> [String: [Double]] {
    (torch[key] as? [String: [Double]] ?? [:]).mapValues(rounded)
  }

  private static func rounded(_ values: [Double]) -> [Double] { values.map { Double(Float($0)) } }
}
