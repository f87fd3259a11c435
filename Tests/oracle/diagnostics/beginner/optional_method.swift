let s: String? = "abc"
print(s.count)
print(s.uppercased())
