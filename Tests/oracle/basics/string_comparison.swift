print("abc" == "abc", "abc" < "abd", "Abc" < "abc", "10" < "9", "" < "a")
print(["banana", "apple", "cherry"].sorted(), ["b10", "b9"].min()!)
print("hello".hasPrefix(""), "hello".contains("ell"), "hello".contains(Character("z")), "x".compare("y") == .orderedAscending)
import Foundation
