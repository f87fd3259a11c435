import Foundation

struct Money: Comparable, Hashable, AdditiveArithmetic, CustomStringConvertible, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  private(set) var cents: Int
  static let zero = Money(cents: 0)
  init(cents: Int) { self.cents = cents }
  init(floatLiteral value: Double) { cents = Int((value * 100).rounded()) }
  init(integerLiteral value: Int) { cents = value * 100 }
  static func + (a: Money, b: Money) -> Money { Money(cents: a.cents + b.cents) }
  static func - (a: Money, b: Money) -> Money { Money(cents: a.cents - b.cents) }
  static func < (a: Money, b: Money) -> Bool { a.cents < b.cents }
  var description: String {
    let (whole, part) = abs(cents).quotientAndRemainder(dividingBy: 100)
    return "\(cents < 0 ? "-" : "")$\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}

protocol Account: AnyObject {
  var id: Int { get }
  var owner: String { get }
  var balance: Money { get set }
  var limit: Money { get }
  func fee(for amount: Money) -> Money
}

extension Account {
  var limit: Money { .zero }
  func fee(for amount: Money) -> Money { 0 }
}

class BasicAccount: Account {
  private static var nextID = 100
  let id: Int
  let owner: String
  var balance: Money {
    didSet { if balance != oldValue { history.append((oldValue, balance)) } }
  }
  private(set) var history: [(from: Money, to: Money)] = []

  init(owner: String, balance: Money = .zero) {
    BasicAccount.nextID += 1
    id = BasicAccount.nextID
    self.owner = owner
    self.balance = balance
  }
}

final class Checking: BasicAccount {
  var limit: Money { 50 }
  func fee(for amount: Money) -> Money { amount > 100 ? 1.5 : 0 }
}

enum BankError: Error {
  case noAccount(Int)
  case insufficient(needed: Money, available: Money)
  case invalidAmount(Money)
  case frozen(reason: String)
}

extension BankError: LocalizedError {
  var errorDescription: String? {
    switch self {
    case .noAccount(let id): return "There is no account \(id)."
    case .insufficient(let needed, let available): return "\(needed) needed, \(available) available."
    case .invalidAmount(let amount): return "\(amount) is not an amount."
    case .frozen: return nil
    }
  }
}

final class Bank {
  private var accounts: [Int: any Account] = [:]
  private(set) var log: [String] = []
  var frozen: Set<Int> = []

  @discardableResult
  func open(_ account: any Account) -> Int {
    accounts[account.id] = account
    return account.id
  }

  private func account(_ id: Int) throws -> any Account {
    guard let account = accounts[id] else { throw BankError.noAccount(id) }
    if frozen.contains(id) { throw BankError.frozen(reason: "court") }
    return account
  }

  func transfer(_ amount: Money, from: Int, to: Int) throws {
    defer { log.append("\(from)→\(to): \(amount)") }
    guard amount > .zero else { throw BankError.invalidAmount(amount) }
    let (source, target) = (try account(from), try account(to))
    let total = amount + source.fee(for: amount)
    guard total <= source.balance + source.limit else {
      throw BankError.insufficient(needed: total, available: source.balance + source.limit)
    }
    source.balance -= total
    target.balance += amount
  }

  var total: Money { accounts.values.map(\.balance).reduce(.zero, +) }
}

let bank = Bank()
let ada = Checking(owner: "Ada", balance: 120.25)
let bob = BasicAccount(owner: "Bob")
[ada as any Account, bob].forEach { bank.open($0) }

let attempts: [(Money, Int, Int)] = [(100, 101, 102), (200, 101, 102), (-5, 101, 102), (1, 101, 999), (10.01, 102, 101), (160.5, 101, 102)]
for (amount, from, to) in attempts {
  do {
    try bank.transfer(amount, from: from, to: to)
    print("ok", amount, ada.balance, bob.balance)
  } catch BankError.insufficient(let needed, let available) where available < 10 {
    print("poor:", needed, available)
  } catch let error as BankError {
    print(error, "|", error.localizedDescription)
  } catch {
    print("other", error)
  }
}
bank.frozen.insert(102)
print((try? bank.transfer(1, from: 101, to: 102)) == nil, Result { try bank.transfer(1, from: 102, to: 101) })
print(bank.total, bank.log.count, bank.log.last!)
print(ada.history, bob.history.count)
