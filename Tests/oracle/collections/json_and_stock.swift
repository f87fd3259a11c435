// Inventory with Codable-free JSON-like printer, dictionaries, sets
enum JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByFloatLiteral, CustomStringConvertible {
  case string(String), int(Int), double(Double), bool(Bool), array([JSON]), object([(String, JSON)]), null
  init(stringLiteral v: String) { self = .string(v) }
  init(integerLiteral v: Int) { self = .int(v) }
  init(floatLiteral v: Double) { self = .double(v) }
  init(booleanLiteral v: Bool) { self = .bool(v) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral e: JSON...) { self = .array(e) }
  init(dictionaryLiteral e: (String, JSON)...) { self = .object(e) }
  var description: String {
    switch self {
    case .string(let s): return "\"\(s.replacing("\"", with: "\\\""))\""
    case .int(let n): return "\(n)"
    case .double(let d): return "\(d)"
    case .bool(let b): return b ? "true" : "false"
    case .null: return "null"
    case .array(let a): return "[" + a.map(\.description).joined(separator: ",") + "]"
    case .object(let o): return "{" + o.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }
  }
  subscript(key: String) -> JSON? { if case .object(let o) = self { return o.first { $0.0 == key }?.1 }; return nil }
  subscript(i: Int) -> JSON? { guard case .array(let a) = self, a.indices.contains(i) else { return nil }; return a[i] }
}
let doc: JSON = ["name": "w\"idget", "tags": ["a", 1, 2.5, nil, true], "dim": ["w": 3, "h": -4], "none": nil]
print(doc)
print(doc["tags"]?[2] ?? "missing", doc["dim"]?["w"] as Any, doc["zzz"]?[0] as Any)
var stock: [String: Int] = ["apple": 3, "pear": 0, "fig": 12]
stock["kiwi", default: 5] -= 1
stock.merge(["fig": 1, "plum": 2]) { $0 + $1 }
stock = stock.filter { $0.value > 0 }
if let i = stock.index(forKey: "apple") { print(stock[i].value) }
print(stock.keys.sorted(), stock.values.sorted(), stock.updateValue(9, forKey: "apple") as Any, stock.removeValue(forKey: "nope") as Any)
let (cheap, dear) = (stock.filter { $0.value < 5 }.count, stock.count)
print(cheap, dear, Dictionary(uniqueKeysWithValues: zip("abc", 1...)).sorted { $0.key > $1.key }.map { "\($0.key)\($0.value)" })
let a: Set = [1, 2, 3], b: Set<Int> = [3, 4]
print(a.union(b).sorted(), a.intersection(b), a.subtracting(b).sorted(), a.isDisjoint(with: [9]), a.symmetricDifference(b).sorted(), b.isSubset(of: a))
print(stock.sorted { $0 < $1 }.first!, stock.min { $0.value < $1.value }!.key, stock.reduce(into: 0) { $0 += $1.value }, stock.contains { $0.key == "fig" && $0.value == 13 })
let inverted = Dictionary(stock.map { ($1, $0) }, uniquingKeysWith: min)
print(inverted.keys.max()!, inverted.compactMapValues { $0.first == "k" ? nil : $0 }.count)
