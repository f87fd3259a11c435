struct Config { static let shared = Config(); static var loads = 0; let id: Int; init() { Config.loads += 1; id = Config.loads } }
print(Config.shared.id, Config.shared.id, Config.loads)
class Heavy {
  lazy var data: [Int] = { print("computing"); return [1, 2, 3] }()
  lazy var size = data.count
  let factor: Int
  lazy var scaled = data.map { $0 * factor }
  init(factor: Int) { self.factor = factor }
}
let h = Heavy(factor: 10)
print("created")
print(h.size, h.data, h.scaled)
h.data.append(4)
print(h.data, h.size)
enum Constants { static let pi = 3.14; static var counter = 0; static func next() -> Int { counter += 1; return counter } }
print(Constants.pi, Constants.next(), Constants.next())
struct Lazy { lazy var x = 5; }
var l = Lazy()
l.x += 1
print(l.x)
