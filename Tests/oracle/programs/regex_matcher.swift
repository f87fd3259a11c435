func match(_ pattern: Substring, _ text: Substring) -> Bool {
  guard let p = pattern.first else { return text.isEmpty }
  let rest = pattern.dropFirst()
  if rest.first == "*" {
    if match(rest.dropFirst(), text) { return true }
    guard let t = text.first, p == "." || p == t else { return false }
    return match(pattern, text.dropFirst())
  }
  guard let t = text.first, p == "." || p == t else { return false }
  return match(rest, text.dropFirst())
}
for (p, t) in [("a*b", "aaab"), ("a*b", "b"), (".*c", "abc"), ("a.c", "abc"), ("a.c", "ac"), ("x*", ""), ("ab*a*c*a", "aaa"), ("mis*is*p*.", "mississippi")] { print(p, t, match(p[...], t[...])) }
