protocol Event {}
struct Login: Event { let user: String }
struct Purchase: Event { let user: String; let amount: Double }
struct Logout: Event { let user: String; var reason: String? }

final class EventBus {
  typealias Token = Int
  private var handlers: [ObjectIdentifier: [(token: Token, handler: (any Event) -> Void)]] = [:]
  private var nextToken = 0

  @discardableResult
  func subscribe<E: Event>(_ type: E.Type = E.self, _ handler: @escaping (E) -> Void) -> Token {
    nextToken += 1
    handlers[ObjectIdentifier(type), default: []].append((nextToken, { event in if let event = event as? E { handler(event) } }))
    return nextToken
  }

  func unsubscribe(_ token: Token) {
    for key in handlers.keys { handlers[key]?.removeAll { $0.token == token } }
  }

  func publish<E: Event>(_ event: E) { handlers[ObjectIdentifier(E.self)]?.forEach { $0.handler(event) } }
}

final class Ledger {
  private(set) var total = 0.0
  private var tokens: [EventBus.Token] = []
  unowned let bus: EventBus
  init(_ bus: EventBus) {
    self.bus = bus
    tokens.append(bus.subscribe { [weak self] (event: Purchase) in self?.total += event.amount })
  }
  deinit {
    tokens.forEach(bus.unsubscribe)
    print("ledger closed at \(total)")
  }
}

let bus = EventBus()
var online: Set<String> = []
bus.subscribe { (event: Login) in online.insert(event.user) }
let token = bus.subscribe(Logout.self) { event in
  online.remove(event.user)
  print(event.user, "left", event.reason.map { "(\($0))" } ?? "")
}
var ledger: Ledger? = Ledger(bus)
bus.publish(Login(user: "ann"))
bus.publish(Login(user: "bob"))
bus.publish(Purchase(user: "ann", amount: 9.5))
bus.publish(Purchase(user: "bob", amount: 0.5))
print(online.sorted(), ledger?.total ?? -1)
bus.publish(Logout(user: "bob"))
bus.publish(Logout(user: "ann", reason: "timeout"))
bus.unsubscribe(token)
bus.publish(Logout(user: "ghost"))
ledger = nil
bus.publish(Purchase(user: "zoe", amount: 1))
print(online.isEmpty, ledger == nil)
let events: [any Event] = [Login(user: "x"), Purchase(user: "y", amount: 1)]
for event in events {
  switch event {
  case let login as Login: print("login", login.user)
  case let purchase as Purchase where purchase.amount > 0: print("purchase", purchase)
  default: print("?")
  }
}
