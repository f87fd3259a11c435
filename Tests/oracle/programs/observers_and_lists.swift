// Observers, protocols with class constraints, delegates, weak refs, notification bus
protocol Delegate: AnyObject { func changed(_ v: Int, by s: Source) }
class Source { weak var delegate: (any Delegate)?; var value = 0 { didSet { if value != oldValue { delegate?.changed(value, by: self) } } } }
final class Logger: Delegate { private(set) var log: [String] = []; func changed(_ v: Int, by s: Source) { log.append("\(v)/\(s.value)") }; deinit { print("logger gone") } }
let s = Source(); var lg: Logger? = Logger(); s.delegate = lg; s.value = 1; s.value = 1; s.value += 4; print(lg!.log); lg = nil; s.value = 9; print(s.delegate == nil)
struct Event<T> { private var handlers: [Int: (T) -> Void] = [:]; private var next = 0
  mutating func on(_ h: @escaping (T) -> Void) -> Int { defer { next += 1 }; handlers[next] = h; return next }
  mutating func off(_ id: Int) { handlers[id] = nil }
  func emit(_ v: T) { for k in handlers.keys.sorted() { handlers[k]!(v) } } }
var ev = Event<String>(); var got: [String] = []; let a = ev.on { got.append("a:" + $0) }; _ = ev.on { got.append("b:\($0.count)") }; ev.emit("hey"); ev.off(a); ev.emit("yo"); print(got)
class Animal { let name: String; init(_ n: String) { name = n }; func sound() -> String { "..." }; final func intro() -> String { "\(name): \(sound())" }; class var legs: Int { 4 } }
class Dog: Animal { override func sound() -> String { "Woof" } }
class Puppy: Dog { override func sound() -> String { super.sound().lowercased() + "!" }; convenience init() { self.init("pup") } }
class Bird: Animal { override class var legs: Int { 2 }; override init(_ n: String) { super.init(n + "y") } }
let zoo: [Animal] = [Dog("Rex"), Puppy(), Bird("Tweet")]; print(zoo.map { $0.intro() }, zoo.map { type(of: $0).legs }, zoo.filter { $0 is Dog }.count, zoo.compactMap { $0 as? Puppy }.first?.name ?? "-")
for z in zoo { switch z { case let p as Puppy: print("puppy", p.name); case is Dog: print("dog"); case let b where type(of: b).legs == 2: print("two legs"); default: print("?") } }
extension Animal: Hashable { static func == (a: Animal, b: Animal) -> Bool { a === b }; func hash(into h: inout Hasher) { h.combine(ObjectIdentifier(self)) } }
print(Set(zoo + [zoo[0]]).count, zoo.firstIndex(of: zoo[2])!, zoo[0] === zoo[0], zoo[0] !== zoo[1])
class Node<T> { var value: T; var next: Node?; unowned let owner: List<T>; init(_ v: T, owner: List<T>) { value = v; self.owner = owner } }
class List<T> { var head: Node<T>?; var count = 0; func push(_ v: T) { let n = Node(v, owner: self); n.next = head; head = n; count += 1 }
  func makeIterator() -> AnyIterator<T> { var c = head; return AnyIterator { defer { c = c?.next }; return c?.value } }
  func reverse() { var prev: Node<T>?; var cur = head; while let n = cur { cur = n.next; n.next = prev; prev = n }; head = prev } }
extension List: Sequence {}
let l = List<Int>(); (1...4).forEach(l.push); print(Array(l), l.head!.owner.count); l.reverse(); print(l.map { $0 * 10 }, l.reduce(0, +), l.head?.next?.next?.value ?? 0)
struct Counter { static var total = 0; let id: Int; init() { Self.total += 1; id = Self.total } ; static func reset() { total = 0 } }
_ = [Counter(), Counter()]; print(Counter.total, Counter().id); Counter.reset(); print(Counter.total)
enum State { case idle, running(progress: Double), done(result: String); var isDone: Bool { if case .done = self { true } else { false } }
  mutating func advance() { self = switch self { case .idle: .running(progress: 0.5); case .running(let p) where p < 1: .running(progress: p + 0.5); case .running: .done(result: "ok"); case .done: self } } }
var st = State.idle; var n = 0; while !st.isDone { st.advance(); n += 1; print(st, terminator: " ") }; print(n)
