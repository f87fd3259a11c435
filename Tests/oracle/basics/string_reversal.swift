let s = "A man, a plan, a canal: Panama"
let clean = s.lowercased().filter(\.isLetter)
print(clean == String(clean.reversed()), String(s.reversed()).prefix(6), s.split(separator: " ").reversed().joined(separator: " "))
print(s.map { $0.isUppercase ? Character($0.lowercased()) : Character($0.uppercased()) }.map(String.init).joined())
