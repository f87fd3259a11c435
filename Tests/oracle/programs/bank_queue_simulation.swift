struct Xorshift: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
struct Queue<Element> {
  private var inbox: [Element] = [], outbox: [Element] = []
  var count: Int { inbox.count + outbox.count }
  var isEmpty: Bool { count == 0 }
  mutating func enqueue(_ e: Element) { inbox.append(e) }
  mutating func dequeue() -> Element? {
    if outbox.isEmpty {
      outbox = inbox.reversed()
      inbox.removeAll()
    }
    return outbox.popLast()
  }
}
struct Customer { let id: Int; let arrived: Int; let work: Int }
struct Report { var served = 0, waited = 0, longest = 0, idle = 0
  var average: Double { served == 0 ? 0 : Double(waited) / Double(served) } }

func simulate(minutes: Int, tellers: Int, random: inout Xorshift) -> Report {
  var queue = Queue<Customer>()
  var busyUntil = [Int](repeating: 0, count: tellers)
  var report = Report()
  var nextID = 0
  for minute in 0..<minutes {
    if Int.random(in: 0..<10, using: &random) < 6 {
      nextID += 1
      queue.enqueue(Customer(id: nextID, arrived: minute, work: .random(in: 1...4, using: &random)))
    }
    for teller in busyUntil.indices where busyUntil[teller] <= minute {
      guard let customer = queue.dequeue() else {
        report.idle += 1
        continue
      }
      busyUntil[teller] = minute + customer.work
      report.served += 1
      report.waited += minute - customer.arrived
    }
    report.longest = max(report.longest, queue.count)
  }
  return report
}
var random = Xorshift(seed: 88172645463325252)
for tellers in 1...3 { 
  let report = simulate(minutes: 200, tellers: tellers, random: &random)
  print(tellers, report, report.average)
}
print((1...5).map { _ in Int.random(in: 1...6, using: &random) }, Bool.random(using: &random), Double.random(in: 0..<1, using: &random), Float.random(in: -1...1, using: &random))
print([1, 2, 3, 4, 5, 6].shuffled(using: &random), ["a", "b", "c"].randomElement(using: &random)!, UInt8.random(in: .min ... .max, using: &random), Int8.random(in: -5..<5, using: &random))
var deck = Array(1...10)
deck.shuffle(using: &random)
print(deck, deck.sorted() == Array(1...10), (0..<3).map { _ in Int16.random(in: 100...999, using: &random) })
