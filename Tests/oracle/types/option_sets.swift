struct Style: OptionSet {
  let rawValue: Int
  static let bold = Style(rawValue: 1 << 0)
  static let italic = Style(rawValue: 1 << 1)
  static let underline = Style(rawValue: 1 << 2)
  static let all: Style = [.bold, .italic, .underline]
}
var style: Style = [.bold]
style.insert(.underline)
print(style.rawValue, style.contains(.bold), style.contains(.italic), style.contains([.bold, .underline]), style.isEmpty)
print(style.union(.italic) == .all, style.intersection([.italic, .bold]) == .bold, style.symmetricDifference(.bold) == .underline)
style.remove(.bold)
print(style == .underline, Style.all.subtracting(style).rawValue, Style().isEmpty, style.isSubset(of: .all), style.isDisjoint(with: .bold))
style.formUnion([.italic])
style.toggle(.bold)
print(style, style == .all, Style(rawValue: 5))
extension Style {
  mutating func toggle(_ other: Style) { if contains(other) { remove(other) } else { insert(other) } }
  var names: [String] { [(Style.bold, "bold"), (.italic, "italic"), (.underline, "underline")].filter { contains($0.0) }.map(\.1) }
}
print(style.names, Style(rawValue: 6).names, ([] as Style).names, style.insert(.bold).inserted)
let sum = [Style.bold, .italic].reduce(into: Style()) { $0.insert($1) }
print(sum.rawValue)
