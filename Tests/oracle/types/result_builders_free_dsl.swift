indirect enum HTML: CustomStringConvertible, ExpressibleByStringInterpolation {
  case text(String)
  case element(String, [(String, String)], [HTML])
  init(stringLiteral value: String) { self = .text(value) }
  var description: String {
    switch self {
    case .text(let t): t
    case let .element(name, attributes, children) where children.isEmpty: "<\(name)\(attributes.map { " \($0.0)='\($0.1)'" }.joined())/>"
    case let .element(name, attributes, children):
      "<\(name)\(attributes.map { " \($0)='\($1)'" }.joined())>" + children.map(\.description).joined() + "</\(name)>"
    }
  }
}
func tag(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: HTML...) -> HTML { .element(name, attributes.map { ($0.key, $0.value) }, children) }
let n = 3
print(tag("ul", ["class": "list", "id": "a"], tag("li", [:], "one"), tag("li", [:], "n = \(n)"), tag("br")))
let pairs: KeyValuePairs = ["b": 1, "a": 2, "b": 3]
print(pairs, pairs.count, pairs[0], pairs.first { $0.key == "b" }!.value, pairs.map(\.value))
