struct Stack { private var a: [Int] = []; enum Err: Error, Equatable { case empty, full(Int) }
  mutating func push(_ x: Int) throws { guard a.count < 2 else { throw Err.full(x) }; a.append(x) }
  mutating func pop() throws -> Int { guard let x = a.popLast() else { throw Err.empty }; return x }
  var top: Int { get throws { guard let t = a.last else { throw Err.empty }; return t } }
  subscript(i: Int) -> Int { get throws { guard a.indices.contains(i) else { throw Err.empty }; return a[i] } } }
var s = Stack()
do { try s.push(1); try s.push(2); try s.push(3) } catch Stack.Err.full(let x) { print("full", x) }
print(try s.top, try s[0], (try? s[9]) as Any)
print(try s.pop(), try s.pop(), (try? s.pop()) as Any)
do { _ = try s.top } catch { print(error as! Stack.Err == .empty) }
class R { init(_ ok: Bool) throws { if !ok { throw Stack.Err.empty } } ; deinit { print("R gone") } }
do { _ = try R(true); _ = try R(false) } catch { print("R:", error) }
