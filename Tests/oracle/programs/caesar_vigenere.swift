func caesar(_ s: String, _ k: Int) -> String {
  String(s.map { c -> Character in
    guard let a = c.asciiValue, c.isLetter else { return c }
    let base: UInt8 = c.isUppercase ? 65 : 97
    let shifted = (Int(a - base) + k % 26 + 26) % 26
    return Character(UnicodeScalar(base + UInt8(shifted)))
  })
}
func vigenere(_ s: String, key: String, decode: Bool = false) -> String {
  let shifts = key.lowercased().unicodeScalars.map { Int($0.value) - 97 }
  var i = 0
  return s.map { c -> String in
    guard c.isLetter else { return String(c) }
    defer { i += 1 }
    return caesar(String(c), decode ? -shifts[i % shifts.count] : shifts[i % shifts.count])
  }.joined()
}
let message = "Attack at Dawn, Tomorrow!"
print(caesar(message, 3), caesar(caesar(message, 3), -3) == message, caesar("xyz", 29))
let secret = vigenere(message, key: "lemon")
print(secret, vigenere(secret, key: "lemon", decode: true))
let frequencies = caesar(message, 7).lowercased().filter(\.isLetter).reduce(into: [Character: Int]()) { $0[$1, default: 0] += 1 }
print(frequencies.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map { "\($0.key)\($0.value)" })
