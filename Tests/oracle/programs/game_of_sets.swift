enum Color: Int, CaseIterable { case red, green, blue }
enum Count: Int, CaseIterable { case one = 1, two, three }
struct Card: Hashable, CustomStringConvertible { let color: Color, count: Count, filled: Int; var description: String { "\(color)\(count.rawValue)\(filled)" } }
var deck: [Card] = []
for c in Color.allCases { for n in Count.allCases { for f in 0..<3 { deck.append(Card(color: c, count: n, filled: f)) } } }
func isSet(_ a: Card, _ b: Card, _ c: Card) -> Bool {
  func ok<T: Hashable>(_ p: KeyPath<Card, T>) -> Bool { Set([a[keyPath: p], b[keyPath: p], c[keyPath: p]]).count != 2 }
  return ok(\.color) && ok(\.count) && ok(\.filled)
}
var found = 0
for i in 0..<deck.count { for j in i + 1..<deck.count { for k in j + 1..<deck.count where isSet(deck[i], deck[j], deck[k]) { found += 1 } } }
print(deck.count, found, deck[0], deck.last!)
