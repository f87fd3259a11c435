class Account {
  let owner: String
  private(set) var balance: Double
  static var count = 0
  init(owner: String, balance: Double = 0) { self.owner = owner; self.balance = balance; Account.count += 1 }
  convenience init(gift: Double) { self.init(owner: "gift", balance: gift) }
  func deposit(_ x: Double) { balance += x }
  var summary: String { "\(owner): \(balance)" }
  deinit { print("closing", owner) }
}
final class Savings: Account {
  var rate: Double
  init(owner: String, rate: Double) { self.rate = rate; super.init(owner: owner, balance: 100) }
  override func deposit(_ x: Double) { super.deposit(x * (1 + rate)) }
  override var summary: String { "savings " + super.summary }
}
var a: Account? = Savings(owner: "Ann", rate: 0.1)
a?.deposit(100)
print(a!.summary, Account.count, a is Savings, (a as? Savings)?.rate as Any)
let b = a
print(a === b, b !== nil)
a = nil
print("still alive", b!.owner)
do { let c = Account(gift: 5); print(c.summary) }
print(Account.count)
