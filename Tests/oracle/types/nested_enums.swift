enum Token { enum Kind { case a, b }; case k(Kind), pair(Kind, Kind); static let zero = Token.k(.a) }
print(Token.k(.b), Token.pair(.a, .b), Token.zero, Token.Kind.a)
enum Tree<T> { case leaf; indirect case node(Tree<T>, T, Tree<T>)
  var count: Int { switch self { case .leaf: 0; case let .node(l, _, r): l.count + 1 + r.count } }
  func map<U>(_ f: (T) -> U) -> Tree<U> { switch self { case .leaf: .leaf; case let .node(l, v, r): .node(l.map(f), f(v), r.map(f)) } } }
let t = Tree.node(.node(.leaf, 1, .leaf), 2, .leaf)
print(t.count, t.map { "\($0)" })
enum Opt<T> { case some(T), none; init(_ x: T?) { if let x { self = .some(x) } else { self = .none } } }
print(Opt(3), Opt<Int>(nil))
