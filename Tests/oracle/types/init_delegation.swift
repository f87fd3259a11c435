struct Color: Equatable {
  let r, g, b: UInt8
  init(r: UInt8, g: UInt8, b: UInt8) { (self.r, self.g, self.b) = (r, g, b) }
  init(gray: UInt8) { self.init(r: gray, g: gray, b: gray) }
  init?(hex: String) {
    let digits = hex.hasPrefix("#") ? hex.dropFirst() : hex[...]
    guard digits.count == 6, let value = UInt32(digits, radix: 16) else { return nil }
    self.init(r: UInt8(value >> 16), g: UInt8(value >> 8 & 0xFF), b: UInt8(value & 0xFF))
  }
  init(_ name: Name) {
    switch name {
    case .black: self.init(gray: 0)
    case .white: self.init(gray: 255)
    case .red: self.init(hex: "ff0000")!
    }
  }
  enum Name { case black, white, red }
}
print(Color(hex: "#1a2B3c") as Any, Color(hex: "12") as Any, Color(.red), Color(.white) == Color(gray: 255))
class Vehicle {
  let wheels: Int
  var name: String
  init(wheels: Int, name: String = "thing") {
    self.wheels = wheels
    self.name = name
    describe()
  }
  convenience init() { self.init(wheels: 4) }
  convenience init?(code: String) {
    guard let n = Int(code) else { return nil }
    self.init(wheels: n, name: "coded")
  }
  func describe() { print("vehicle", wheels, name) }
}
class Bike: Vehicle {
  var gears: Int
  init(gears: Int) {
    self.gears = gears
    super.init(wheels: 2, name: "bike")
    name += "!"
  }
  override func describe() { print("bike", gears, name) }
}
final class Tandem: Bike {
  var seats = 2
  convenience init(seats: Int) {
    self.init(gears: 7)
    self.seats = seats
  }
}
_ = Vehicle()
print(Vehicle(code: "x") == nil, Vehicle(code: "6")!.wheels)
let b = Bike(gears: 3)
print(b.name, b.wheels, Tandem(seats: 3).seats, Tandem(gears: 1).gears)
struct Defaults { var a = 1; var b: Int?; var c: [Int] = []; var d: String }
print(Defaults(d: "x"), Defaults(a: 2, b: 3, c: [4], d: "y"), Defaults(c: [1], d: ""))
enum Angle { case degrees(Double), radians(Double)
  init(turns: Double) { self = .degrees(turns * 360) }
  init?(text: String) { guard text.hasSuffix("°"), let d = Double(text.dropLast()) else { return nil }; self = .degrees(d) } }
print(Angle(turns: 0.5), Angle(text: "90°") as Any, Angle(text: "90") as Any)
protocol Makeable { init(); init(copies n: Int) }
extension Makeable { init(copies n: Int) { self.init(); print("made", Self.self, n) } }
extension String: Makeable {}
struct Thing: Makeable, Equatable { var x = 7 }
func make<T: Makeable>(_: T.Type = T.self) -> T { T(copies: 2) }
let t: Thing = make()
print(t, make(String.self).isEmpty, [Int].init(repeating: 1, count: 2), Array<Int>(), [String: Int].init().isEmpty, Int.init("12")!, ["1", "2"].map(Int.init))
struct Matrix { var cells: [[Int]]; init(_ rows: [Int]...) { cells = rows }; init(size n: Int, _ f: (Int, Int) -> Int) { cells = (0..<n).map { i in (0..<n).map { f(i, $0) } } } }
print(Matrix([1, 2], [3, 4]).cells, Matrix(size: 2) { $0 * 10 + $1 }.cells, Matrix().cells)
