// Bank simulation: classes, inheritance, protocols, weak refs, deinit
class Account: CustomStringConvertible {
  static private(set) var opened = 0
  let id: Int
  fileprivate(set) var balance: Double { didSet { history.append(balance - oldValue) } }
  private(set) var history: [Double] = []
  weak var bank: Bank?
  init(balance: Double = 0) { Account.opened += 1; id = Account.opened; self.balance = balance }
  func withdraw(_ x: Double) throws { guard x <= available else { throw BankError.insufficient(needed: x - available) }; balance -= x }
  var available: Double { balance }
  var description: String { "#\(id) \(type(of: self)): \(balance)" }
  deinit { print("closed", id) }
}
final class Credit: Account {
  let limit: Double
  init(limit: Double) { self.limit = limit; super.init(balance: 0) }
  convenience init() { self.init(limit: 100) }
  override var available: Double { super.available + limit }
  override var description: String { super.description + " (limit \(limit))" }
}
enum BankError: Error { case insufficient(needed: Double), unknown(Int) }
class Bank {
  private var accounts: [Int: Account] = [:]
  @discardableResult func add<A: Account>(_ a: A) -> A { accounts[a.id] = a; a.bank = self; return a }
  func transfer(_ x: Double, from: Int, to: Int) throws {
    guard let a = accounts[from] else { throw BankError.unknown(from) }
    guard let b = accounts[to] else { throw BankError.unknown(to) }
    try a.withdraw(x)
    b.balance += x
  }
  var total: Double { accounts.values.map(\.balance).reduce(0, +) }
  func close(_ id: Int) -> Account? { accounts.removeValue(forKey: id) }
}
var bank: Bank? = Bank()
let a = bank!.add(Account(balance: 50)), b = bank!.add(Credit())
try bank!.transfer(30, from: 2, to: 1)
do { try bank!.transfer(500, from: a.id, to: b.id) } catch BankError.insufficient(let n) { print("need", n) }
do { try bank!.transfer(5, from: 9, to: 1) } catch { print(error) }
print(a, b, bank!.total, a.history, b.bank === bank, separator: "\n")
_ = bank!.close(2)
bank = nil
print(a.bank == nil, a is Credit, (b as Account) is Credit, (b as Account as? Credit)?.limit ?? 0)
do { let t = Account(); _ = t }
print("end")
