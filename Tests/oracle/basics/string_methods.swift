let s = "The quick brown fox"
print(s.uppercased(), s.lowercased(), s.hasPrefix("The"), s.hasSuffix("dog"), s.contains("quick"))
print(s.split(separator: " "), s.split(separator: " ", maxSplits: 1), "a,,b".split(separator: ","), "a,,b".split(separator: ",", omittingEmptySubsequences: false))
print(["x", "y", "z"].joined(separator: "-"), ["a", "b"].joined())
print(s.filter { !"aeiou".contains($0) }, s.map { String($0) }.count)
print(s.first as Any, "".first as Any, s.last!, s.isEmpty)
print(s.sorted().prefix(4), String(s.reversed()), s.min()!, s.max()!)
print(s.firstIndex(of: "q").map { s[$0...] } as Any)
print("abc".elementsEqual("abc"), "abc".starts(with: "ab"), "abcabc".lastIndex(of: "b") != nil)
print(s.components(separatedBy: " ").count, s.replacingOccurrences(of: "quick", with: "slow"), "  trim ".trimmingCharacters(in: .whitespaces))
import Foundation
