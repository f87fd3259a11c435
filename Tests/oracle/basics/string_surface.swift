import Foundation

let text = "Hello, Wörld! 👋🏽"
print(text.count, text.utf8.count, text.utf16.count, text.unicodeScalars.count, text.isEmpty, text.first!, text.last!)
print(text.uppercased(), text.lowercased(), text.capitalized, text.hasPrefix("Hell"), text.hasSuffix("👋🏽"), text.hasPrefix(""))
print(text.contains("Wör"), text.contains("x" as Character), text.contains { $0.isNumber }, text.firstIndex(of: "o") == text.index(text.startIndex, offsetBy: 4))
print(text.prefix(5), text.suffix(3), text.dropFirst(7), text.dropLast(2), text.prefix { $0 != "," }, text.drop { $0 != "W" })
print(text.split(separator: " "), text.split(separator: " ", maxSplits: 1), "a,,b,".split(separator: ","), "a,,b,".split(separator: ",", omittingEmptySubsequences: false))
print("a-b_c".split { $0 == "-" || $0 == "_" }, "k=v=w".split(separator: "=", maxSplits: 1).map(String.init), "one  two".components(separatedBy: " "), "a, b, c".split(separator: ", "))
print(text.replacingOccurrences(of: "l", with: "L"), "  trim\n".trimmingCharacters(in: .whitespacesAndNewlines) + "|", "xxabcxx".trimmingCharacters(in: CharacterSet(charactersIn: "x")))
let i = text.index(text.startIndex, offsetBy: 7), j = text.index(text.endIndex, offsetBy: -2)
print(text[i], text[i...], text[..<i], text[i..<j], text[i...i], text[text.startIndex], text.distance(from: i, to: j), text[...])
var s = "abc"
s += "def"
s.append("g")
s.append(contentsOf: ["h", "i"])
s.insert("_", at: s.startIndex)
s.insert(contentsOf: "><", at: s.index(s.startIndex, offsetBy: 3))
print(s, s.removeFirst(), s.removeLast(), s.remove(at: s.startIndex), s, s.popLast() ?? "?")
s.removeSubrange(s.startIndex...s.index(after: s.startIndex))
s.replaceSubrange(s.startIndex..<s.index(after: s.startIndex), with: "XYZ")
print(s, s.reversed().map { "\($0)" }.joined(), String(s.reversed()), s.sorted(), String(s.sorted(by: >)), s.shuffled().count)
print(s.min()!, s.max()!, s.map { $0.isUppercase }, s.filter { $0.isLowercase }, s.compactMap { $0.hexDigitValue }, s.enumerated().map { "\($0)\($1)" })
print("b" > "a", "Z" < "a", "abc" == "abc", "10" < "9", "é" == "e\u{301}", "straße".uppercased(), "ﬁ".count, "🇻🇳🇩🇪".count, "e\u{301}".unicodeScalars.count)
print(Int("42") ?? 0, Int("4x") as Any, Int("-7")!, Int("+7")!, Int(" 7") as Any, Double("1e3")!, Double("abc") as Any, Float("0.1")!, Bool("true")!, Bool("yes") as Any)
print(Int("ff", radix: 16)!, Int("-101", radix: 2)!, String(255, radix: 16), String(255, radix: 2), String(-255, radix: 16, uppercase: true), UInt8("256") as Any)
print(String(repeating: "ab", count: 3), String(repeating: "-", count: 0).isEmpty, String("abc"), String(12.5), String(describing: nil as Int?), String(reflecting: "q\"\n"))
print(Array("abc"), "abc".map { $0.asciiValue! }, Array("aé".utf8), "\u{1F600}".unicodeScalars.map { $0.value }, Character("a").isLetter, "A".unicodeScalars.first!.value)
print("Tab\there \"quoted\" \\ back\u{41}", #"raw \n \#(1 + 1)"#, ##"two "# hash"##)
print("""
  indented \
  joined
    "quotes" kept
  """)
print("one\ntwo\r\nthree".split(whereSeparator: \.isNewline), "one\ntwo".components(separatedBy: "\n").count, "a b c".split(separator: " ").joined(separator: "+"))
print("apple".commonPrefix(with: "apply"), "abc".compare("abd") == .orderedAscending, "Ab".caseInsensitiveCompare("aB") == .orderedSame)
let name = "swift"
print(name.range(of: "if").map { name[$0] } ?? "", "pad".padding(toLength: 6, withPad: "*", startingAt: 0), "1,2;3".components(separatedBy: CharacterSet(charactersIn: ",;")))
print("abcabc".firstIndex(of: "c")!.utf16Offset(in: "abcabc"), "abcabc".lastIndex(of: "c")!.utf16Offset(in: "abcabc"), "x".isEmpty, "abc".elementsEqual("abc"), "abc".starts(with: "ab"))
let words = "the rain in spain stays mainly".split(separator: " ")
print(words.map(\.capitalized).joined(separator: " "), words.max { $0.count < $1.count }!, words.filter { $0.contains("ain") }, words.sorted { ($0.count, $0) < ($1.count, $1) })
print(words.first!.base.count, words[1] == "rain", words[1] + "!", String(words[1]) + "?", "\(words[1])".hasPrefix("r"), words.contains("in"), words.firstIndex(of: "in")!)
for (n, c) in zip(1..., "xyz") { print(n, c, terminator: " ") }
print("ab".lexicographicallyPrecedes("b"), "zebra".allSatisfy { $0.isLetter }, "a1b2".filter(\.isNumber), "a1b2".reduce(0) { $0 + ($1.wholeNumberValue ?? 0) })
