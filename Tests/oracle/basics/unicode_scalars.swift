let s = "né😀"
print(s.count, s.unicodeScalars.count, s.utf8.count, s.utf16.count)
print(s.unicodeScalars.map { $0.value }, Array(s.utf8).prefix(3))
for c in s { print(c, terminator: "|") }
print()
print("\u{48}\u{69}", "caf\u{65}\u{301}" == "café", "ß".uppercased(), "İ".count)
print(UnicodeScalar("A").value, Character(UnicodeScalar(0x1F600)!), String(UnicodeScalar(233)))
