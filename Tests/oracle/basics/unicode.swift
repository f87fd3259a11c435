let s = "Tiếng Việt: xin chào 👋🏽"
print(s.count, s.unicodeScalars.count, s.utf8.count, s.utf16.count)
for c in "é👨‍👩‍👧🇻🇳" { print(c, String(c).unicodeScalars.count) }
print("Straße".uppercased(), "ĐÀ NẴNG".lowercased(), "e\u{301}" == "é", "ﬁ".count)
print(s.prefix(5), s.suffix(1), s.reversed().first!, s.contains("Việt"), s.split(separator: " ").map(String.init))
print("a".unicodeScalars.first!.value, Character(UnicodeScalar(0x41)), UnicodeScalar(955)!, "λ" > "a", ["ă", "a", "â"].sorted())
