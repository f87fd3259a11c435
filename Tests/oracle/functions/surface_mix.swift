func outer(_ xs: [Int]) -> String {
  struct Acc { var best: Int?; mutating func see(_ x: Int) { if best.map({ $0 < x }) ?? true { best = x } } }
  enum Mode { case quiet, loud }
  func render(_ m: Mode, _ a: Acc) -> String { switch m { case .quiet: a.best?.description ?? "none"; case .loud: (a.best?.description ?? "none").uppercased() } }
  var acc = Acc(); xs.forEach { acc.see($0) }
  return render(.quiet, acc) + "/" + render(.loud, acc)
}
print(outer([3, 1]), outer([]))
typealias Handler<T> = (T) -> Void; typealias Pair<T> = (first: T, second: T); typealias IntMap = [String: Int]
func swapPair<T>(_ p: Pair<T>) -> Pair<T> { (p.second, p.first) }
print(swapPair((1, 2)), swapPair((first: "a", second: "b")).first, IntMap(uniqueKeysWithValues: [("k", 1)]))
struct Temp { static subscript(i: Int) -> String { "t\(i)" }; subscript<T: BinaryInteger>(v: T) -> Int { Int(v) * 2 }; subscript(a: Int, b: Int = 7) -> Int { a + b } ; subscript(name n: String) -> String { get { n + "!" } } }
print(Temp[3], Temp()[UInt8(4)], Temp()[1, 2], Temp()[name: "x"])
protocol Zero { static var zero: Self { get }; static func + (a: Self, b: Self) -> Self; init(_ n: Int) }
extension Int: Zero {}; extension Double: Zero {}
func total<T: Zero>(_ n: Int, as: T.Type = T.self, _ f: (T) -> T) -> T { (1...n).reduce(T.zero) { $0 + f(T($1)) } }
print(total(3, as: Double.self) { $0 * 0.5 }, total(4) { (x: Int) in x * x })
struct Wrapper<Base> { let base: Base }
extension Wrapper where Base: Collection, Base.Element: Hashable { var mode: Base.Element? { base.reduce(into: [:]) { $0[$1, default: 0] += 1 }.max { ($0.value, 0) < ($1.value, 0) }?.key } }
extension Collection { var ext: Wrapper<Self> { .init(base: self) } }
print([1, 2, 2, 3].ext.mode!, "hello".ext.mode!, [Int]().ext.mode as Any)
print((1, "b") < (1, "c"), (2, 1) == (2, 1), (1, 2, 3) <= (1, 2, 4), [(1, "z"), (1, "a")].sorted { $0 < $1 }, max((1, 2).0, 5))
var grid = [[1, 2], [3, 4]]; func double(_ r: inout [Int]) { for i in r.indices { r[i] *= 2 } }; double(&grid[1]); grid[0][1] += 10; grid.swapAt(0, 1); print(grid)
for i in grid.indices { for j in grid[i].indices where (i + j) % 2 == 0 { grid[i][j] = -grid[i][j] } }; print(grid, grid.map { $0.reduce(0, +) })
let kp = \[[Int]].[0]; let kp2 = kp.appending(path: \.count); print(grid[keyPath: kp], grid[keyPath: kp2], [\String.count, \String.utf8.count].map { "é"[keyPath: $0] })
struct Config { var name = "x"; var size = (w: 1, h: 2); var tags: [String: Int] = [:] }
var c = Config(); let paths: [WritableKeyPath<Config, Int>] = [\.size.w, \.size.h]; for p in paths { c[keyPath: p] *= 5 }; c[keyPath: \.tags["a"]] = 3; print(c)
func with<T>(_ v: T, _ f: (inout T) throws -> Void) rethrows -> T { var v = v; try f(&v); return v }
print(with(Config()) { $0.name = "y"; $0.size.w = 9 }.size.w, with([3, 1, 2]) { $0.sort() })
let opt: Int? = 5, none: Int? = nil
print(opt.map { $0 * 2 } ?? 0, opt.flatMap { $0 > 9 ? $0 : nil } as Any, opt == 5, none == nil, (opt ?? 0) + (none ?? 1), [opt, none].compactMap { $0 }, opt.map(String.init) ?? "-", zip([opt], [none]).map { $0.0 == $0.1 })
switch (opt, none) { case (let a?, nil): print("a", a); case (nil, _): print("n"); case (_?, _?): print("both") }
let tupleArr: [(name: String, age: Int)] = [("A", 3), ("B", 1)]; print(tupleArr.sorted { $0.age < $1.age }.map(\.name), tupleArr.first { $0.name == "B" }!.age, tupleArr.map { n, a in n + "\(a)" }, tupleArr.reduce(0) { $0 + $1.age })
func variadic(_ sep: String = ",", _ xs: Any..., end: String = ".") -> String { xs.map { "\($0)" }.joined(separator: sep) + end }
print(variadic("-", 1, "b", 2.5), variadic(), variadic("+", [1], end: "!"))
@discardableResult func note(_ s: @autoclosure () -> String, if c: Bool = true) -> Bool { if c { print("log:", s()) }; return c }
note("x"); note({ fatalError() }(), if: false)
let fns: [(Double) -> Double] = [sqrt, abs, { $0 * 2 }]; print(fns.map { $0(16) })
let add: (Int, Int) -> Int = (+), inc = { add($0, 1) }; print(inc(4), [3, 1, 2].sorted(by: >), ["a", "b"].map { $0.uppercased() }.reduce("", +), (1...5).filter { $0.isMultiple(of: 2) }.map { -$0 }, Array(zip(1..., "ab")).map { "\($0)\($1)" })
import Foundation
do { struct Local: Error { let code: Int }; func thrower(_ n: Int) throws -> Int { if n > 2 { throw Local(code: n) }; return n }; print(try (1...2).map(thrower), (try? thrower(3)) as Any); _ = try (1...5).map(thrower) } catch { print(error) }
label: for i in 1... { switch i { case 3: continue label; case 6: break label; default: print(i, terminator: " ") } }
print(); defer { print("end") }
var x = 10; let capt = { [x] in x }; x = 20; print(capt(), { x }()); func counter() -> () -> Int { var n = 0; return { n += 1; return n } }; let c1 = counter(), c2 = counter(); print(c1(), c1(), c2())
print(String(describing: Optional<Int>.some(1)), [1: "a", 2: "b"].map { "\($0)\($1)" }.sorted(), Dictionary(uniqueKeysWithValues: zip(["a", "b"], 1...)).sorted(by: <).map(\.key))
