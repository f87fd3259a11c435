import CSodium

/// Signs and checks the four JSON parts of a message: HMAC-SHA-256 in lower-case hexadecimal.
package struct Signature: Sendable {
  private let key: [UInt8]

  /// Without a key nothing is signed and everything is accepted, as the protocol says.
  package var isRequired: Bool { !key.isEmpty }

  package init(key: String) {
    _ = sodium_init()
    self.key = Array(key.utf8)
  }

  /// The digest of a message's four parts, one after the other.
  package func sign(_ parts: WireMessage.Parts) -> [UInt8] {
    guard isRequired else { return [] }
    let digest = digest(parts)
    var hex: [UInt8] = []
    hex.reserveCapacity(64)
    for byte in digest {
      hex.append(Self.digits[Int(byte >> 4)])
      hex.append(Self.digits[Int(byte & 15)])
    }
    return hex
  }

  /// The digest that a message claims, if it is the right one. The comparison takes the same time wherever the two
  /// differ, so that nobody can find the right one byte by byte.
  package func verify(_ claimed: [UInt8], _ parts: WireMessage.Parts) -> Digest? {
    guard let claimed = Digest(hexadecimal: claimed) else { return nil }
    let expected = digest(parts)
    guard sodium_memcmp(expected, claimed.bytes, expected.count) == 0 else { return nil }
    return claimed
  }

  private func digest(_ parts: WireMessage.Parts) -> [UInt8] {
    var state = crypto_auth_hmacsha256_state()
    crypto_auth_hmacsha256_init(&state, key, key.count)
    for part in [parts.header, parts.parent, parts.metadata, parts.content] {
      crypto_auth_hmacsha256_update(&state, part, UInt64(part.count))
    }
    var digest = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
    crypto_auth_hmacsha256_final(&state, &digest)
    return digest
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// The 32 bytes of a digest.
  package struct Digest: Hashable, Sendable {
    private let words: SIMD4<UInt64>

    init?(hexadecimal text: [UInt8]) {
      guard text.count == 64 else { return nil }
      var words = SIMD4<UInt64>()
      for (index, character) in text.enumerated() {
        let digit: UInt8
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = character - UInt8(ascii: "a") + 10
        default: return nil
        }
        words[index / 16] = words[index / 16] << 4 | UInt64(digit)
      }
      self.words = words
    }

    var bytes: [UInt8] {
      (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64(56 - 8 * ($0 % 8))) }
    }
  }
}

/// Remembers the digests of the last messages, so that one that was recorded cannot be sent a second time.
struct ReplayGuard {
  /// As many as the reference client remembers.
  static let capacity = 65_536

  private var seen: Set<Signature.Digest> = []
  private var order: [Signature.Digest] = []
  private var oldest = 0

  /// Whether a digest is new; from now on it is not.
  mutating func admit(_ digest: Signature.Digest) -> Bool {
    guard seen.insert(digest).inserted else { return false }
    if order.count < Self.capacity {
      order.append(digest)
    } else {
      seen.remove(order[oldest])
      order[oldest] = digest
      oldest = (oldest + 1) % Self.capacity
    }
    return true
  }
}
