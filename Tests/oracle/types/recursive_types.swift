final class ListNode<T> { var value: T; var next: ListNode?; init(_ v: T, _ n: ListNode? = nil) { value = v; next = n } }
func list<T>(_ xs: T...) -> ListNode<T>? { xs.reversed().reduce(nil) { ListNode($1, $0) } }
func array<T>(_ l: ListNode<T>?) -> [T] { var out: [T] = [], n = l; while let x = n { out.append(x.value); n = x.next }; return out }
func reverse<T>(_ l: ListNode<T>?) -> ListNode<T>? {
  var previous: ListNode<T>?, current = l
  while let node = current { current = node.next; node.next = previous; previous = node }
  return previous
}
print(array(reverse(list(1, 2, 3))), array(list("a")))
indirect enum Expr {
  case num(Double), add(Expr, Expr), mul(Expr, Expr), neg(Expr), variable(String)
  func eval(_ env: [String: Double]) -> Double {
    switch self {
    case .num(let n): n
    case .add(let a, let b): a.eval(env) + b.eval(env)
    case .mul(let a, let b): a.eval(env) * b.eval(env)
    case .neg(let e): -e.eval(env)
    case .variable(let v): env[v] ?? .nan
    }
  }
  func derivative(_ x: String) -> Expr {
    switch self {
    case .num: .num(0)
    case .variable(let v): .num(v == x ? 1 : 0)
    case let .add(a, b): .add(a.derivative(x), b.derivative(x))
    case let .mul(a, b): .add(.mul(a.derivative(x), b), .mul(a, b.derivative(x)))
    case .neg(let e): .neg(e.derivative(x))
    }
  }
}
let e = Expr.add(.mul(.variable("x"), .variable("x")), .neg(.num(3)))
print(e.eval(["x": 4]), e.derivative("x").eval(["x": 4]))
struct Tree { var value: Int; var kids: [Tree] = []; var sum: Int { kids.reduce(value) { $0 + $1.sum } } }
print(Tree(value: 1, kids: [Tree(value: 2, kids: [Tree(value: 3)]), Tree(value: 4)]).sum)
