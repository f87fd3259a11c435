var s = ""
for i in 0..<5 { s += "\(i)," }
s.removeLast()
print(s, s.split(separator: ",").compactMap { Int($0) }.reduce(0, +))
s.insert("X", at: s.startIndex); s.insert(contentsOf: "yz", at: s.index(s.startIndex, offsetBy: 2)); print(s)
s.removeAll { $0 == "," }; print(s)
s.replaceSubrange(s.startIndex..<s.index(after: s.startIndex), with: "__"); print(s, s.first!, s.firstIndex(of: "y") != nil)
print(String("abc".sorted(by: >)), String(Array("abc").map { Character($0.uppercased()) }), "abc".map(String.init).joined(separator: "|"))
print("Name".padding(10) + "|", "x=\(1)\t\(true)", "a" * 3)
extension String { func padding(_ n: Int) -> String { self + String(repeating: " ", count: max(0, n - count)) }; static func * (s: String, n: Int) -> String { String(repeating: s, count: n) } }
let words = "the quick brown fox".split(separator: " ")
print(words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "), words.map(\.count), words.max { $0.count < $1.count }!)
func isPalindrome(_ s: String) -> Bool { let l = s.lowercased().filter { $0.isLetter }; return l == String(l.reversed()) }
print(isPalindrome("A man, a plan, a canal: Panama"), isPalindrome("no"))
func caesar(_ s: String, _ k: UInt8) -> String { String(decoding: s.utf8.map { c in c >= 97 && c <= 122 ? (c - 97 + k) % 26 + 97 : c }, as: UTF8.self) }
print(caesar("hello, xyz", 3))
