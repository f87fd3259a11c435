let s = "ab"
print(s[s.index(after: s.startIndex)])
print(s[s.endIndex])
