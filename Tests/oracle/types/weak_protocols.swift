protocol Delegate: AnyObject { var hits: Int { get set }; func changed(_ v: Int) -> Int }
final class Logger: Delegate { var hits = 0; let n: Int; init(_ n: Int) { self.n = n }; func changed(_ v: Int) -> Int { hits += 1; return v * n }; deinit { print("gone", n) } }
final class Other: Delegate { var hits = 10; func changed(_ v: Int) -> Int { -v } }
class Source { weak var delegate: (any Delegate)?; unowned var owner: any Delegate; weak var plain: Logger?; init(_ o: any Delegate) { owner = o } }
let other = Other(); var lg: Logger? = Logger(3); let s = Source(other)
print(s.delegate == nil, s.owner.changed(2)); s.delegate = lg; s.plain = lg
print(s.delegate?.changed(5) ?? 0, s.delegate!.hits, s.owner.hits); s.delegate?.hits += 5; s.owner.hits += 1; s.plain?.hits *= 2; print(lg!.hits, other.hits)
if let d = s.delegate { print(d.changed(1), d === lg, type(of: d)) }
let f = { [weak d = s.delegate, weak lg] in print(d?.changed(7) ?? -1, lg?.hits ?? -1) }
f(); lg = nil; f(); print(s.delegate == nil, s.plain == nil)
s.delegate = other; print(s.delegate!.changed(4), s.delegate is Other, s.delegate is Logger); s.delegate = nil; print(s.delegate?.changed(1) as Any)
weak var w: (any Delegate)? = Logger(9); print(w == nil); w = other; w?.hits -= 1; print(w!.hits)
struct Weak<T: AnyObject> { weak var value: T? }
var list = [Weak(value: other)]; do { let t = Other(); list.append(Weak(value: t)); print(list.filter { $0.value != nil }.count) }; print(list.filter { $0.value != nil }.count, list[0].value?.hits ?? 0)
class Multi { private var ds: [() -> (any Delegate)?] = []; func add(_ d: any Delegate) { ds.append { [weak d] in d } }; func fire() -> [Int] { ds.compactMap { $0()?.changed(2) } } }
let m = Multi(); m.add(other); var tmp: Logger? = Logger(4); m.add(tmp!); print(m.fire()); tmp = nil; print(m.fire())
