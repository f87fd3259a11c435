enum Light: Int, CaseIterable { case red, yellow, green
  mutating func next() { self = Light(rawValue: (rawValue + 1) % 3)! }
  static var safest: Light { .red }
  var name: String { "\(self)".uppercased() } }
var l = Light.red
for _ in 0..<4 { l.next(); print(l, l.name, l.rawValue) }
print(Light.allCases.map { $0.name }, Light.safest == .red, Light.allCases.firstIndex(of: .green)!)
enum Coin: Double { case penny = 0.01, dime = 0.1 }
print(Coin.dime.rawValue, Coin(rawValue: 0.01)!)
enum HTTP: Int { case ok = 200, notFound = 404, teapot = 418; case next }
print(HTTP.next.rawValue, HTTP(rawValue: 404)!, String(describing: HTTP(rawValue: 1)))
