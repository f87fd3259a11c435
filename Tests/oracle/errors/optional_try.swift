struct Oops: Error {}
func maybe(_ ok: Bool) throws -> Int { if ok { return 1 }; throw Oops() }
func deep(_ ok: Bool) throws -> Int? { try maybe(ok) }
print((try? maybe(true)) as Any, (try? maybe(false)) as Any, (try? deep(true)) as Any)
if let x = try? maybe(true) { print("got", x) }
guard let y = try? maybe(true) else { fatalError() }
print(y, (try? maybe(false)) ?? 42)
let all = [true, false, true].compactMap { try? maybe($0) }
print(all)
do { let sum = try maybe(true) + maybe(true); print(sum); _ = try maybe(true) + maybe(false) } catch { print("failed", error) }
func cleanup() throws { defer { print("closing") }; print("opening"); _ = try maybe(false); print("unreachable") }
do { try cleanup() } catch is Oops { print("oops") }
