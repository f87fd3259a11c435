struct Point: Hashable, Comparable {
  let x, y: Int
  static func < (a: Point, b: Point) -> Bool { (a.x, a.y) < (b.x, b.y) }
}
print(Point(x: 1, y: 2) == Point(x: 1, y: 2), Set([Point(x: 1, y: 1), Point(x: 1, y: 1), Point(x: 2, y: 1)]).count)
print([Point(x: 2, y: 0), Point(x: 1, y: 9)].sorted(), Point(x: 1, y: 1) <= Point(x: 1, y: 1), max(Point(x: 0, y: 1), Point(x: 0, y: 2)))
enum Card: Equatable, Hashable { case number(Int), face(String), joker }
print(Card.number(3) == .number(3), Card.number(3) == .face("K"), Card.joker == .joker, [Card.joker: 1, .number(2): 2][.number(2)]!)
final class Node: Hashable {
  let id: Int
  init(_ id: Int) { self.id = id }
  static func == (a: Node, b: Node) -> Bool { a.id == b.id }
  func hash(into h: inout Hasher) { h.combine(id) }
}
print(Node(1) == Node(1), Set([Node(1), Node(1), Node(2)]).count, Node(1) === Node(1))
enum Level: Int, Comparable, CaseIterable { case low = 1, mid, high; static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue } }
print(Level.allCases, Level.low < .high, Level(rawValue: 2) as Any, Level(rawValue: 9) as Any, Level.allCases.max()!)
print([1: [Point(x: 0, y: 0)]] == [1: [Point(x: 0, y: 0)]], (1, "a") == (1, "a"), Optional(3) == 3)
