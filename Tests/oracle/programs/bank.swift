enum BankError: Error, CustomStringConvertible { case insufficient(need: Double, have: Double), unknown(String), invalid
  var description: String { switch self { case let .insufficient(n, h): "need \(n), have \(h)"; case .unknown(let id): "unknown \(id)"; case .invalid: "invalid" } } }
protocol Account: AnyObject { var id: String { get }; var balance: Double { get set }; func fee(_ amount: Double) -> Double }
extension Account { func fee(_ a: Double) -> Double { 0 }
  func withdraw(_ a: Double) throws { guard a > 0 else { throw BankError.invalid }; let t = a + fee(a); guard t <= balance else { throw BankError.insufficient(need: t, have: balance) }; balance -= t } }
class Basic: Account { let id: String; var balance: Double { didSet { history.append(balance) } }; var history: [Double] = []
  init(_ id: String, _ b: Double) { self.id = id; balance = b } }
class Premium: Basic, CustomStringConvertible { func fee(_ a: Double) -> Double { 1 }; var description: String { "Premium(\(id), \(balance))" } }
struct Bank { private var accounts: [String: any Account] = [:]
  mutating func open(_ a: any Account) { accounts[a.id] = a }
  func transfer(_ x: Double, from a: String, to b: String) throws { guard let f = accounts[a] else { throw BankError.unknown(a) }; guard let t = accounts[b] else { throw BankError.unknown(b) }; try f.withdraw(x); t.balance += x }
  var total: Double { accounts.values.reduce(0) { $0 + $1.balance } } }
var bank = Bank(); let a = Basic("a", 100), p = Premium("p", 50)
bank.open(a); bank.open(p)
for (x, f, t) in [(30.0, "a", "p"), (500, "a", "p"), (1, "z", "a"), (-1, "a", "p"), (10, "p", "a")] { do { try bank.transfer(x, from: f, to: t); print("ok", bank.total) } catch let e as BankError { print("error:", e) } catch { print("?") } }
print(a.history, p, bank.total)
