struct Config { static var shared = Config(); var level = 1; static let names = ["a", "b"]; static func make(_ l: Int) -> Config { var c = Config(); c.level = l; return c } }
Config.shared.level = 5
print(Config.shared.level, Config.names, Config.make(3))
enum M { static let pi = 3.0; static func area(_ r: Double) -> Double { pi * r * r } }
print(M.area(2))
class L { static var log: [String] = []; class var kind: String { "L" } }
class L2: L { override class var kind: String { "L2" } }
L.log.append("x"); L2.log.append("y")
print(L.log, L.kind, L2.kind)
extension Double { static let golden = 1.618; static var half: Double { 0.5 } }
let g: Double = .golden; print(g + .half)
