enum E: Error { case x }
extension Array { func each(_ f: (Element) throws -> Void) rethrows { for e in self { try f(e) } } }
[1, 2].each { print($0) }
do { try [1, 2, 3].each { if $0 == 2 { throw E.x }; print("ok", $0) } } catch { print("stopped", error) }
print((try? [1].map { _ in throw E.x } as [Int]) as Any)
