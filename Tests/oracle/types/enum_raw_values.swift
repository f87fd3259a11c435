enum Planet: Int, CaseIterable { case mercury = 1, venus, earth, mars = 10, jupiter }
print(Planet.earth.rawValue, Planet.jupiter.rawValue, Planet(rawValue: 10)!, Planet(rawValue: 4) as Any, Planet.allCases.count)
enum Suit: String, CaseIterable { case hearts = "♥", spades = "♠", clubs; var isRed: Bool { self == .hearts } }
print(Suit.clubs.rawValue, Suit(rawValue: "♠") as Any, Suit.hearts.isRed, Suit.allCases.map(\.rawValue).joined())
enum Code: Character { case a = "A", b = "B" }
print(Code.a.rawValue, Code(rawValue: "B") as Any)
enum Rate: Double { case half = 0.5, full = 1 }
print(Rate.half.rawValue, Rate(rawValue: 1.0) as Any)
enum Direction: CaseIterable {
  case north, east, south, west
  var turned: Direction { Direction.allCases[(Direction.allCases.firstIndex(of: self)! + 1) % 4] }
  mutating func turn() { self = turned }
  static let start = Direction.north
  init?(_ letter: Character) { switch letter { case "n": self = .north; case "s": self = .south; default: return nil } }
}
var d = Direction.start
d.turn(); d.turn()
print(d, d.turned, Direction("n") as Any, Direction("q") as Any)
