struct Clamped<Value: Comparable> {
  private var value: Value
  let range: ClosedRange<Value>
  init(_ value: Value, _ range: ClosedRange<Value>) {
    self.range = range
    self.value = min(max(value, range.lowerBound), range.upperBound)
  }
  var wrapped: Value {
    get { value }
    set { value = min(max(newValue, range.lowerBound), range.upperBound) }
  }
}
struct Player {
  private var _health = Clamped(100, 0...100)
  var health: Int { get { _health.wrapped } set { _health.wrapped = newValue } }
  var name: String { willSet { print("will", newValue) } didSet { print("did", oldValue, "→", name) } }
  lazy var shout: String = { print("computing"); return name.uppercased() }()
  static var created = 0
  init(name: String) { self.name = name; Player.created += 1 }
  subscript(stat: String) -> Int? { stat == "health" ? health : nil }
}
var p = Player(name: "ann")
p.health -= 250
print(p.health, p["health"] ?? -1, p["mana"] as Any)
p.health += 30
p.name = "bob"
print(p.health, p.shout, p.shout, Player.created)
var copy = p
copy.name += "!"
print(p.name, copy.name, copy.shout)
final class Counter {
  private(set) var total = 0 { didSet { changes.append((oldValue, total)) } }
  var changes: [(Int, Int)] = []
  func add(_ n: Int) { total += n }
  var half: Double { get { Double(total) / 2 } set { total = Int(newValue * 2) } }
}
let c = Counter()
c.add(3)
c.half = 4.5
c.half += 1
print(c.total, c.changes, c.half)
struct Celsius { var degrees: Double; var fahrenheit: Double { get { degrees * 9 / 5 + 32 } set { degrees = (newValue - 32) * 5 / 9 } } }
var temp = Celsius(degrees: 100)
temp.fahrenheit -= 180
print(temp.degrees, temp.fahrenheit)
func swapValues<T>(_ a: inout T, _ b: inout T) { (a, b) = (b, a) }
var x = Celsius(degrees: 1), y = Celsius(degrees: 2)
swapValues(&x.degrees, &y.degrees)
swap(&x, &y)
print(x.degrees, y.degrees)
