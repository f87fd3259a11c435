indirect enum JSON: Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral {
  case null, bool(Bool), number(Double), string(String), array([JSON]), object([String: JSON])
  init(stringLiteral v: String) { self = .string(v) }
  init(integerLiteral v: Int) { self = .number(Double(v)) }
  init(floatLiteral v: Double) { self = .number(v) }
  init(booleanLiteral v: Bool) { self = .bool(v) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral v: JSON...) { self = .array(v) }
  init(dictionaryLiteral v: (String, JSON)...) { self = .object(Dictionary(uniqueKeysWithValues: v)) }
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let b): "\(b)"
    case .number(let n): n == n.rounded() ? "\(Int(n))" : "\(n)"
    case .string(let s): "\"\(s)\""
    case .array(let a): "[" + a.map(\.text).joined(separator: ",") + "]"
    case .object(let o): "{" + o.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value.text)" }.joined(separator: ",") + "}"
    }
  }
  subscript(key: String) -> JSON { if case .object(let o) = self { o[key] ?? nil } else { nil } }
  subscript(i: Int) -> JSON { if case .array(let a) = self, a.indices.contains(i) { a[i] } else { nil } }
}
let doc: JSON = ["name": "Ann", "age": 30, "tags": ["a", true, nil, 2.5], "nested": ["k": [1, [2]]]]
print(doc.text)
print(doc["tags"][1].text, doc["nested"]["k"][1][0].text, doc["missing"]["deep"].text, doc["tags"] == ["a", true, nil, 2.5])
