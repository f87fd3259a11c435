class Animal {
  let name: String
  init(_ name: String) { self.name = name }
  func isFriend(of other: Self) -> Bool { name.count == other.name.count }
  func merged(with others: [Self]) -> Int { others.count }
  func each(_ body: (Self) -> Void) { }
  func clone() -> Self { self }
  func maybe() -> Self? { self }
  func list() -> [Self] { [self] }
  static func make(_ x: Self?) {}
  var me: Self { self }
  var all: [Self] { [self] }
  subscript(i: Self) -> Int { 0 }
  subscript(i: Int) -> Self { self }
  init(copy: Self) { name = copy.name }
}
final class Dog: Animal {
  func tagged(like other: Self) -> Bool { true }
}
final class Solo { func f(_ x: Self) {} }
struct S { func f(_ x: Self) {} }
extension Animal { func g(_ x: Self) {} }
