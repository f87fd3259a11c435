let s = "Hello, wörld"
let i = s.firstIndex(of: ",")!
print(s[..<i], s[s.index(after: i)...], s[i])
print(s[s.startIndex], s[s.index(s.startIndex, offsetBy: 4)], s[s.index(before: s.endIndex)])
print(s.distance(from: s.startIndex, to: i), s.count, s.utf8.count)
print(s.prefix(5), s.suffix(5), s.dropFirst(7), s.dropLast(8))
var t = s
t.insert("!", at: t.endIndex)
t.remove(at: t.startIndex)
t.insert(contentsOf: "XY", at: t.index(t.startIndex, offsetBy: 2))
print(t)
t.removeSubrange(t.startIndex..<t.index(t.startIndex, offsetBy: 3))
t.replaceSubrange(t.startIndex..<t.index(after: t.startIndex), with: "Z")
print(t)
print(s.indices.filter { s[$0] == "l" }.count)
print(s[s.range(of: "wörld")!.lowerBound...])
import Foundation
