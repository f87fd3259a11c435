let s = "Hello, 世界! 👩‍👩‍👧 é"
print(s, s.count)
print(s.uppercased(), s.lowercased())
print("a" + "b", "ab" == "ab", "ab" < "b")
var t = "abc"
t += "def"
t.append("g")
print(t, t.isEmpty, t.first!, t.last!)
for ch in "xyz" { print(ch, terminator: ",") }
print()
print(t.hasPrefix("abc"), t.hasSuffix("x"), t.contains("cde"))
print(String(t.reversed()))
print("a,b,,c".split(separator: ","), "a b  c".split(separator: " ").count)
let i = t.index(t.startIndex, offsetBy: 2)
print(t[i], t[i...], t[..<i])
print(String(repeating: "ab", count: 3))
print("tab\tquote\"backslash\\ \u{41}")
print("""
  multi
    line
  text
  """)
print(#"raw \n "quoted" \#(1 + 1)"#)
print("\(1 + 2) and \(t.count) and \("nested \(3)")")
print("abc".map { $0 }, "hello".filter { $0 != "l" })
print(["x", "y"].joined(separator: "-"))
print(Array("abc"), "abc".dropFirst(), "abc".prefix(2), "abcdef".suffix(2))
let ch: Character = "7"
print(ch.isNumber, ch.wholeNumberValue!, ch.isLetter, Character("a").asciiValue!)
print("banana".firstIndex(of: "n") == nil, "A".lowercased())
print(String(describing: [1, 2]), String(reflecting: "q"), "é" == "e\u{301}")
