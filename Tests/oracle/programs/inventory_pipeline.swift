struct Item: Hashable, CustomStringConvertible {
  enum Kind: String, CaseIterable, Comparable {
    case book, tool, food
    static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }
  let name: String, kind: Kind
  var price: Double
  var tags: Set<String> = []
  var description: String { "\(name)(\(price))" }
}

let csv = """
name,kind,price,tags
Novel,book,12.5,fiction|paper
Hammer,tool,30,heavy
Apple,food,0.5,fresh|red
Atlas,book,45,paper|large
Saw,tool,,sharp
Bread,food,3,fresh
Ghost,idea,1,none
"""

enum RowError: Error { case fields(Int, line: Int), kind(String), price(String) }

func parse(_ line: Substring, _ number: Int) throws -> Item {
  let fields = line.split(separator: ",", omittingEmptySubsequences: false)
  guard fields.count == 4 else { throw RowError.fields(fields.count, line: number) }
  guard let kind = Item.Kind(rawValue: String(fields[1])) else { throw RowError.kind(String(fields[1])) }
  guard let price = Double(fields[2]) else { throw RowError.price(String(fields[2])) }
  return Item(name: String(fields[0]), kind: kind, price: price, tags: Set(fields[3].split(separator: "|").map(String.init)))
}

var items: [Item] = []
var problems: [String] = []
for (number, line) in csv.split(separator: "\n").enumerated().dropFirst() {
  do { items.append(try parse(line, number + 1)) } catch let error as RowError {
    switch error {
    case .fields(let n, let line): problems.append("line \(line): \(n) fields")
    case .kind(let k): problems.append("kind \(k)")
    case .price("") : problems.append("no price in \(number + 1)")
    case .price(let p): problems.append("price \(p)")
    }
  }
}
print(items, problems)
let byKind = Dictionary(grouping: items, by: \.kind)
for kind in Item.Kind.allCases.sorted() {
  let list = byKind[kind, default: []]
  print(kind, list.count, list.map(\.price).reduce(0, +), list.max { $0.price < $1.price }?.name ?? "-")
}
let allTags = items.reduce(into: [String: Int]()) { counts, item in item.tags.forEach { counts[$0, default: 0] += 1 } }
print(allTags.filter { $0.value > 1 }.keys.sorted(), allTags.values.reduce(0, +))
let cheapest = items.sorted { ($0.kind, $0.price) < ($1.kind, $1.price) }
print(cheapest.map(\.name), items.partitioned { $0.price > 10 })
extension Sequence {
  func partitioned(_ test: (Element) -> Bool) -> (yes: [Element], no: [Element]) {
    reduce(into: ([], [])) { parts, e in if test(e) { parts.0.append(e) } else { parts.1.append(e) } }
  }
  func sum<N: AdditiveArithmetic>(of path: KeyPath<Element, N>) -> N { reduce(.zero) { $0 + $1[keyPath: path] } }
  func sorted<V: Comparable>(by path: KeyPath<Element, V>, descending: Bool = false) -> [Element] {
    sorted { descending ? $0[keyPath: path] > $1[keyPath: path] : $0[keyPath: path] < $1[keyPath: path] }
  }
}
print(items.sum(of: \.price), items.sorted(by: \.name).map(\.name), items.sorted(by: \.price, descending: true).first!, items.sum(of: \.tags.count))
var discounted = items
for i in discounted.indices where discounted[i].kind == .book { discounted[i].price *= 0.9 }
print(zip(items, discounted).filter { $0 != $1 }.map { "\($0.name): \($0.price) → \($1.price)" })
print(Set(items).count, Set(items).intersection(discounted).map(\.name).sorted())
