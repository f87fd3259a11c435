struct Parser<T> { let run: (Substring) -> (T, Substring)?
  func map<U>(_ f: @escaping (T) -> U) -> Parser<U> { Parser<U> { s in self.run(s).map { (f($0.0), $0.1) } } }
  func then<U>(_ o: Parser<U>) -> Parser<(T, U)> { Parser<(T, U)> { s in guard let (a, r) = self.run(s), let (b, q) = o.run(r) else { return nil }; return ((a, b), q) } }
  func or(_ o: Parser<T>) -> Parser<T> { Parser { s in self.run(s) ?? o.run(s) } }
  var many: Parser<[T]> { Parser<[T]> { s in var out: [T] = [], rest = s; while let (x, r) = self.run(rest) { out.append(x); rest = r }; return (out, rest) } } }
func char(_ p: @escaping (Character) -> Bool) -> Parser<Character> { Parser { s in guard let c = s.first, p(c) else { return nil }; return (c, s.dropFirst()) } }
let digit = char { $0.isNumber }
let number = digit.then(digit.many).map { Int(String([$0] + $1))! }
let comma = char { $0 == "," }
let list = number.then(comma.then(number).map { $0.1 }.many).map { [$0] + $1 }
print(list.run("12,3,45;rest")!.0, list.run("12,3,45;rest")!.1, list.run("x") == nil, number.or(char { $0 == "-" }.map { _ in -1 }).run("-")!.0)
