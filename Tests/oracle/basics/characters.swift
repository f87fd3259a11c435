let c: Character = "é"
print(c, c.isLetter, c.isLowercase, c.uppercased(), c.isASCII)
for ch in "a1 Z!\n" { print(ch.isNumber, ch.isWhitespace, ch.isUppercase, ch.isPunctuation, terminator: ";") }
print()
print(Character("a").asciiValue as Any, Character("é").asciiValue as Any, Character("7").wholeNumberValue as Any, Character("f").hexDigitValue as Any)
print("👨‍👩‍👧".count, "e\u{301}".count, "e\u{301}" == "é", "🇻🇳".unicodeScalars.count)
print(Character(UnicodeScalar(65)), "A".unicodeScalars.first!.value)
print(String(repeating: "ab", count: 3), String("hello".reversed()))
print("a" < ("b" as Character), Set("hello").count)
