func sign(_ x: Int) -> String {
  if x > 0 {
    return "positive"
  } else if x < 0 {
    return "negative"
  }
}
print(sign(3))
