func weekday(_ n: Int) -> String {
  switch n {
  case 0: return "Monday"
  case 6: return "Sunday"
  default: assertionFailure("no day \(n)"); return ""
  }
}
print(weekday(0), weekday(7))
