enum LedgerError: Error, CustomStringConvertible {
  case insufficient(needed: Int, available: Int), unknown(String), frozen
  var description: String {
    switch self { case let .insufficient(n, a): "needs \(n), has \(a)"; case .unknown(let n): "no account '\(n)'"; case .frozen: "frozen" }
  }
}
protocol Transaction { var label: String { get }; func apply(to ledger: inout Ledger) throws }
struct Ledger { var accounts: [String: Int] = [:]; var frozen: Set<String> = []; var history: [String] = []
  mutating func run(_ t: any Transaction) { do { let before = self; do { try t.apply(to: &self); history.append("ok " + t.label) } catch { self = before; throw error } } catch { history.append("failed \(t.label): \(error)") } } }
struct Deposit: Transaction { let to: String, amount: Int; var label: String { "deposit \(amount) to \(to)" }
  func apply(to l: inout Ledger) throws { guard l.accounts[to] != nil else { throw LedgerError.unknown(to) }; l.accounts[to]! += amount } }
struct Transfer: Transaction { let from: String, to: String, amount: Int; var label: String { "\(from)→\(to) \(amount)" }
  func apply(to l: inout Ledger) throws {
    guard let a = l.accounts[from] else { throw LedgerError.unknown(from) }
    if l.frozen.contains(from) { throw LedgerError.frozen }
    l.accounts[from] = a - amount
    guard a >= amount else { throw LedgerError.insufficient(needed: amount, available: a) }
    try Deposit(to: to, amount: amount).apply(to: &l)
  } }
var l = Ledger(accounts: ["ann": 100, "bob": 20], frozen: ["cid"])
l.accounts["cid"] = 5
for t in [Deposit(to: "ann", amount: 50), Transfer(from: "ann", to: "bob", amount: 120), Transfer(from: "ann", to: "bob", amount: 31), Transfer(from: "bob", to: "zed", amount: 1), Transfer(from: "cid", to: "ann", amount: 1)] as [any Transaction] { l.run(t) }
l.history.forEach { print($0) }
print(l.accounts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
