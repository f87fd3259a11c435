let samples: [Character] = ["a", "Z", "é", "ß", "5", "½", "٣", " ", "\n", "\t", "!", "$", "+", "😀", "中", "_", "-", "©", "\u{301}"]
for c in samples {
  let flags = [
    ("letter", c.isLetter), ("number", c.isNumber), ("whole", c.isWholeNumber), ("space", c.isWhitespace),
    ("newline", c.isNewline), ("punct", c.isPunctuation), ("symbol", c.isSymbol), ("math", c.isMathSymbol),
    ("currency", c.isCurrencySymbol), ("upper", c.isUppercase), ("lower", c.isLowercase), ("cased", c.isCased),
    ("ascii", c.isASCII), ("hex", c.isHexDigit),
  ].filter(\.1).map(\.0)
  print(c.unicodeScalars.map { String($0.value, radix: 16) }, flags.joined(separator: ","), c.asciiValue.map(String.init) ?? "-", c.wholeNumberValue ?? -1, c.hexDigitValue ?? -1)
}
print(Character("x").uppercased(), Character("ß").uppercased(), Character("Q").lowercased(), Character("a") < "b", Character("é") == "e\u{301}", "x" as Character)
print(Character(UnicodeScalar(65)), Character(UnicodeScalar(0x1F680)!), UnicodeScalar("a").value, Unicode.Scalar(97 as UInt8), String(Character("z")))
let a = Character("a").asciiValue!
print((0..<5).map { Character(UnicodeScalar(a + UInt8($0))) }, String((0..<3).map { Character(UnicodeScalar(UInt8(65 + $0))) }))
func shift(_ c: Character, by n: Int) -> Character {
  guard let v = c.asciiValue, c.isLetter else { return c }
  let base = Int(c.isUppercase ? Character("A").asciiValue! : Character("a").asciiValue!)
  return Character(UnicodeScalar(UInt8((Int(v) - base + n + 26) % 26 + base)))
}
print(String("Hello, World!".map { shift($0, by: 3) }), String("Khoor, Zruog!".map { shift($0, by: -3) }))
switch Character("k") {
case "a"..."j": print("early")
case "k", "l": print("middle")
default: print("late")
}
for scalar in "aé🇻🇳".unicodeScalars { print(scalar, scalar.value, scalar.isASCII, scalar.properties.isAlphabetic, terminator: "; ") }
print()
let set: Set<Character> = ["a", "e", "i", "o", "u"]
print("education".filter(set.contains), ("a"..."e").contains("c"), "hello".map { set.contains($0) ? "*" : $0 }.count, String("hello".map { set.contains($0) ? "*" : $0 }))
print("👨‍👩‍👧".count, "👨‍👩‍👧".unicodeScalars.count, "\r\n".count, Character("\r\n").isNewline, "\u{65}\u{301}".count, "각".count)
