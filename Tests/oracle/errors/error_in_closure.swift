enum E: Error { case odd(Int) }
let check: (Int) throws -> Int = { if $0 % 2 == 1 { throw E.odd($0) }; return $0 }
for xs in [[2, 4], [2, 3]] { do { print(try xs.map(check)) } catch E.odd(let n) { print("odd", n) } }
let lazyCheck = { try check(3) }
do { _ = try lazyCheck() } catch { print("lazy", error) }
do { try [1, 2].forEach { if $0 == 2 { throw E.odd($0) } else { print("ok", $0) } } } catch { print("stopped") }
print((try? [4].map(check)) ?? [], [1, 2, 4].filter { (try? check($0)) != nil })
